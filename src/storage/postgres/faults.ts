import { BriefingError } from "../../briefing/errors.ts";

/** How errors name the server: host, port, database and user, never the password. */
export interface ServerName {
  readonly where: string;
  readonly user: string;
  readonly database: string;
  /** Ours, or the one of DATABASE_URL. */
  readonly embedded: boolean;
}

type Remedy = readonly [what: string, hint: string];

/** What a server refuses, or why it is not there, in a person's words; null for a fault of our own. */
export function faultOf(error: unknown, server: ServerName): BriefingError | null {
  const remedy = remedyFor(error, server);
  if (remedy === null) return null;
  const [what, hint] = remedy;
  const name = server.embedded ? "the embedded PostgreSQL" : "PostgreSQL";
  const message = `${name} at ${server.where} ${what}.`;
  return new BriefingError("bad_config", message[0]?.toUpperCase() + message.slice(1), hint, {
    cause: error,
  });
}

function remedyFor(error: unknown, server: ServerName): Remedy | null {
  if (!(error instanceof Error)) return null;
  const code = codeIn(error);
  const { user, database, embedded } = server;
  const start = embedded
    ? "Start smallcaps anew; STATE_DIR/postgres/server.log says more."
    : "Start it, or correct DATABASE_URL.";
  const grant = `Have its administrator run: GRANT CREATE ON DATABASE "${database}" TO "${user}".`;
  const known: Readonly<Record<string, Remedy>> = {
    ECONNREFUSED: ["does not answer: nothing listens there (ECONNREFUSED)", start],
    ENOTFOUND: ["cannot be found: no such host (ENOTFOUND)", "Correct the host in DATABASE_URL."],
    EAI_AGAIN: [
      "cannot be found: the name server does not answer (EAI_AGAIN)",
      "Check the network and the host in DATABASE_URL.",
    ],
    "28P01": [
      `refused the password of the user "${user}"`,
      "Correct the user and the password in DATABASE_URL; characters such as @ : / # are percent-encoded there.",
    ],
    "28000": [
      `does not let the user "${user}" in`,
      "Correct DATABASE_URL (user, sslmode), or the server's pg_hba.conf.",
    ],
    "3D000": [
      `has no database "${database}"`,
      `Create it (createdb ${database}), or correct the name in DATABASE_URL.`,
    ],
    "42501": [`does not allow the user "${user}" to do this in "${database}" (${error.message})`, grant],
    "53100": ["has no room left on its disk", "Make room there."],
    "53300": ["has no connection to spare", "Raise its max_connections, or stop other programs."],
    "57P03": ["is starting up, recovering or stopping", "Wait a moment and try again."],
    "25006": ["only reads", "Give the address of the primary server in DATABASE_URL, not of a replica."],
    "57014": ["was too slow and the query was cancelled", "Try again; look at what burdens the server."],
  };
  if (code !== null && known[code] !== undefined) return known[code];
  if (code !== null && /^(08...|57P0[12]|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code))
    return [`cannot be reached, or ended the connection (${code})`, start];
  if (
    /^Connection terminated|is not queryable|timeout exceeded when trying to connect|timeout expired/.test(
      error.message,
    )
  )
    return ["cannot be reached, or ended the connection", start];
  if (/does not support SSL/.test(error.message))
    return ["does not speak TLS", "Set sslmode=disable in DATABASE_URL, where the network is your own."];
  if (code !== null && /CERT|SIGNATURE/.test(code))
    return [
      `shows a certificate that cannot be trusted (${code})`,
      "Name its authority in NODE_EXTRA_CA_CERTS, or in sslrootcert of DATABASE_URL.",
    ];
  return null;
}

/** Of the first of several, where every address of a host was tried. */
function codeIn(error: Error): string | null {
  if ("code" in error && typeof error.code === "string") return error.code;
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first instanceof Error ? codeIn(first) : null;
}
