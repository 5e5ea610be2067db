import mongoose from 'mongoose'

/** better-auth owns this collection and its indexes (email is unique); we only read it. Ids are ObjectIds there and hex strings everywhere else. */
export const Account = mongoose.model(
  'Account',
  new mongoose.Schema(
    {
      name: { type: String, required: true },
      email: { type: String, required: true },
      role: { type: String, required: true },
      hue: { type: Number, required: true },
      createdAt: { type: Date, required: true },
    },
    { collection: 'user', versionKey: false },
  ),
)

export const Setting = mongoose.model(
  'Setting',
  new mongoose.Schema(
    { _id: { type: String, required: true }, value: { type: String, required: true } },
    { collection: 'settings', versionKey: false },
  ),
)

export const Invite = mongoose.model(
  'Invite',
  new mongoose.Schema(
    {
      _id: { type: String, required: true },
      token: { type: String, required: true },
      role: { type: String, required: true },
      createdBy: { type: String, required: true },
      createdAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
      usedBy: { type: String, default: null },
    },
    { collection: 'invites', versionKey: false },
  ).index({ token: 1 }, { unique: true }),
)
