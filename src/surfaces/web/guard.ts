import type { Request, RequestHandler } from "express";
import helmet from "helmet";

/** Nothing is loaded but this origin's own files; nothing inline runs. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
    strictTransportSecurity: false, // plain HTTP on the loopback, where browsers ignore it
  });
}

/**
 * A page elsewhere can point its own host name at 127.0.0.1 (DNS rebinding) and would then share an origin
 * with the console; the Host header still carries that other name.
 */
export const requireLoopbackHost: RequestHandler = (request, response, next) => {
  const port = request.socket.localPort ?? 0;
  const host = (request.headers.host ?? "").toLowerCase();
  const names = ["127.0.0.1", "localhost", "[::1]"];
  const allowed = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (allowed.includes(host)) return next();
  response
    .status(403)
    .type("text")
    .set("Cache-Control", "no-store")
    .send(`The console answers at http://127.0.0.1:${port}/ on this machine only.\n`);
};

/** Whether this very page sent the request; what only reads may also come from the address bar. */
export function isSameOrigin(request: Request): boolean {
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  // "null" is what a form on a no-referrer page sends, even to its own origin.
  const originFits = origin === undefined || origin === "null" || origin === `http://${request.headers.host}`;
  if (site !== undefined) return site === "same-origin" && originFits;
  return origin !== undefined && origin !== "null" && originFits;
}

/** A command may change something (`schedule remove`), so a link elsewhere fills it in but does not run it. */
export function mayRunFromAddress(request: Request): boolean {
  const site = request.headers["sec-fetch-site"];
  const prefetched =
    request.headers["sec-purpose"] !== undefined || request.headers["purpose"] === "prefetch";
  return !prefetched && (site === undefined || site === "none" || site === "same-origin");
}
