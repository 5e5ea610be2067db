/**
 * What sort of document it is shifts what is asked: a policy is asked who decides, an interface what a field means. A
 * document is some of each; `*` ends a stem.
 */
export const kinds = {
  process:
    'member* contributor* communit* maintainer* committee council governance policy policies review* approv* merge* vot* consensus team* working group* rfc* rfcs people nominat* sponsor* meeting* decision* role* organi* volunteer* steering charter process* pull repository repositories guideline* rule*',
  interface:
    'field* argument* parameter* function* method* struct* type* syntax class* object* return* string* value* flag* option* attribute* propert* macro* trait* generic* callback* hook* component* prop* schema* header* enum* interface* api apis namespace*',
  service:
    'server* database* cluster* node* backend* deploy* request* queue* production container* host* traffic instance* replica* storage network* endpoint* client* latenc* controller* kubernet* pod* scheduler* worker* machine* infrastructure',
  product:
    'user* page* customer* screen* ui editor* button* click* design* report* dashboard* content site website* product* publish* form* displa* team account* log login survey* feature*',
  security:
    'security permission* token* secret* credential* key keys sign* trust* access attack* encrypt* password* auth* certificate* privacy scrub* leak*',
  toolchain:
    'build* compil* package* version* release* library libraries depend* upgrade* browser* install* crate* module* npm repository cargo toolchain ci test* bundle* deprecat* migrat* semver',
} as const satisfies Record<string, string>

export type Kind = keyof typeof kinds

// reason: Object.keys forgets the literal keys
export const kindIds = Object.keys(kinds) as readonly Kind[]
