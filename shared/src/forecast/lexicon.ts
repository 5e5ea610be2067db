import type { Category } from './categories.ts'

/**
 * Words by which a text touches each kind of question; `*` ends a stem. Documents are asked mostly about what they
 * already talk about, so a text dense in these words is asked more, and the densest passage is where.
 */
export const lexicon: Readonly<Record<Category, string>> = {
  motivation:
    'problem* motivat* pain* why currently today existing need* want* goal* improve* benefit* difficult* hard frustrat* complain* issue* lack* inconvenien* tedious cumbersome purpose reason*',
  alternatives:
    'alternative* instead option* approach* choose* chose* chosen prefer* reject* decid* rather versus vs consider* could possible tradeoff* compar* solution* candidate* variant*',
  'prior-art':
    'prior similar* inspir* precedent* competitor* existing ecosystem* elsewhere libraries library crate other* python ruby javascript go java cargo npm github gitlab',
  scope:
    'all every any only scope cover* includ* exclud* limit* support* initial* mvp out-of-scope non-goal* non-goals repositor* modules packages types versions platforms internal external both everything applies applicable',
  terminology:
    'term* defin* definition* mean* called refer* concept* notion known-as so-called kind* category* class* level* tier* critical major minor breaking official legitimate reasonable appropriate significant policy',
  'audience-usecase':
    'user* customer* audience persona* story stories use-case* use-cases scenario* developer* operator* admin* people who team* client* consumer* vendor* contributor* wants community',
  'compat-migration':
    'migrat* backward* compatib* breaking break* deprecat* legacy upgrade* downgrade* old older remove* removal replace* existing previous* convert* conversion transition* polyfill semver v1 v2 v3',
  'rollout-rollback':
    'rollout roll-out rollback deploy* release* production gate* flag* feature-flag enable* disable* opt-in opt-out alpha beta ga upgrade* downgrade* staging canary gradual* phase* downtime revert* skew toggle* ship* switch*',
  'edge-cases':
    'fail* error* conflict* if when unless missing invalid null empty duplicate* retry retries timeout* race* order* ordering concurrent* unavailable delete* expired expire* overwrite* fallback nested undefined absent exceed* reject* panic*',
  performance:
    'performance fast* slow* latenc* throughput cpu memory cache* caching size* scale* scaling scalab* overhead bottleneck* query queries index* load large benchmark* optimi* efficient* bandwidth millisecond* speed* bytes',
  'cost-effort':
    'cost* money price* pricing budget* pay* paid expensive cheap* storage capacity effort* maintenance maintain* burden resource* time-consuming invest* fund* spend* hours billing workload manual* labour',
  security:
    'security secur* permission* token* secret* credential* auth* login password* access private privacy sensitive attack* vulnerab* trust* sign* signature* encrypt* key keys role* rbac admin leak* pii legal gdpr personal malicious abuse identity sso saml oauth mfa scope* licens*',
  operability:
    'monitor* metric* log logs logging alert* debug* observab* dashboard* trace* tracing health* diagnos* message* visible visibility audit* status report* stats notify notification* warn* warning*',
  testing:
    'test* ci verif* e2e integration unit coverage regression* validat* qa suite* conformance fuzz* mock* staging',
  dependencies:
    'depend* require* version* prerequisite* library libraries install* build* package* upstream toolchain compiler runtime bundl* vendor* need* minimum',
  'api-detail':
    'field* parameter* option* flag* default* value* type* string* int* integer* boolean* format* json yaml api apis endpoint* request* response* header* argument* attribute* property properties syntax method* function* schema* enum* return* struct* object* interface* config* configuration key uri url name*',
  mechanism:
    'algorithm* implement* process* how store* stored compute* computed detect* resolve* resolv* internal* queue* step* sync* fetch* generate* generat* schedul* workflow* update* updated logic track* pipeline* handle* hook* automatic* lookup*',
  naming:
    'name* naming call* called rename* renam* title* prefix* suffix* label* term* word* abbreviat* namespace* keyword* alias*',
  ownership:
    'team* owner* own maintain* maintainer* responsib* steward* member* assign* volunteer* contributor* sponsor* group* who committee lead* sig',
  timeline:
    'week* month* year* quarter* date* deadline* schedule* timeline* lts eol end-of-life release* version* period* day* until sprint* milestone* phase* annual* cadence expire* sunset deprecat* cycle*',
  'process-authority':
    'decision* decid* approv* review* vote* consensus maintainer* committee* council* process* governance member* policy policies rfc* propose* status merge* accept* criteria authority team* steering nominat* meeting*',
  evidence:
    'percent* data measure* survey* statistic* estimate* most many few significant* often typical* usually majority likely evidence benchmark* number* popular* top limit* million* thousand* rate',
  interaction:
    'interact* integrat* together combin* existing feature* also plugin* extension* compose* conflict* work-with relation* coexist* alongside override* hook* depend* tool* inherit*',
  'teaching-docs':
    'document* docs guide* tutorial* teach* learn* blog* announce* communicat* website readme educat* reference* explain* newcomer* onboarding discover* registry',
  examples:
    'example* sample* snippet* demonstrat* show* illustrat* usage output command* cli screenshot* syntax template*',
  'future-work':
    'future later extend* extensib* eventually open unresolved follow-up remain* further next possib* may might could someday iteration* evolve*',
  'success-criteria':
    'success* criteria metric* measure* goal* graduat* kpi* target* objective* adoption percent* reduction increase* improve* beta ga stable milestone*',
  'drawbacks-risks':
    'risk* drawback* downside* disadvantage* danger* harm* concern* complex* burden* cost* abuse* confus* trade-off* tradeoff* disrupt* caveat* limitation*',
  'ux-accessibility':
    'ui ux page* screen* menu* button* editor* click* display* show* user-interface accessib* language* locale* translat* design* view* visual* layout* form* dashboard* theme* label* icon* image* keyboard reader* prompt*',
}
