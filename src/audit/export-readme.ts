/** Goes with every export: what the files are, and how to check them with nothing but HMAC-SHA256. */
export const EXPORT_README = `# Export of the audit

A tamper-evident record of everything that smallcaps posted, private answers included. Every text is UTF-8, every file
has one JSON value a line.

- \`rows.jsonl\`: the chain, \`{seq, prev, hash, record}\`, in order. \`record\` is the text that was hashed, itself JSON.
  Kinds: \`sending\` (a message that leaves: for an answer written up to a moment after it did, \`at\` is before), \`sent\` and \`notSent\` (what became of it; \`of\` names the first's \`id\`),
  \`retention\` (what was deleted for its age). \`payloads\` in it name bodies by \`{hash, salt}\`.
- \`payloads.jsonl\`: \`{hash, body}\`: who asked what, the message as it left, the figures with their values. A body that
  a record names and that is not here was deleted, by retention or by law; the chain does not need it.
- \`anchors.jsonl\`: \`{at, seq, hash, kid, mac}\`: what the chain was at a time, written outside the database.

## To check it with smallcaps
\`npm run --silent admin -- audit verify\` beside the database.

## To check it without smallcaps
You need the secret key, of 32 bytes, for each \`kid\` in the records:
\`secret = HKDF-SHA256(key = one key of ENCRYPTION_KEY or of encryption.key, decoded from base64; salt = empty; info = "smallcaps audit"; 32 bytes)\`,
where \`kid\` is the first 8 hexadecimal digits of \`HMAC-SHA256(that key, "smallcaps key id")\`.
Below, \`mac(text)\` is HMAC-SHA256 under \`secret\` in lower-case hexadecimal, and LF is a line feed.

1. Rows are numbered 1, 2, 3 … without a gap; each \`prev\` is the \`hash\` of the row before, null in the first.
2. \`hash = mac("row" LF seq LF prev LF record)\`, with an empty \`prev\` for null, under the \`kid\` in the record.
3. For each payload that is there: \`hash = mac("payload" LF salt LF body)\`, under the \`kid\` of the record that names it.
4. \`mac = mac("anchor" LF at LF seq LF hash)\` of each anchor, and the row with that \`seq\` is there and has that \`hash\`.

A changed, added, moved or deleted row breaks 1 or 2. Deleted last rows, and a chain made anew by someone with the key,
break 4, as far as somebody else keeps the anchors. Rows after the newest anchor rest on the key alone.
`;
