import { mkdtemp } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { onTestFinished } from "vitest";
import { removeDir } from "../../support/remove-dir.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A real server on 127.0.0.1 for one test; `paths` lists what was asked for, queries included. */
export async function serve(
  handler: Handler,
): Promise<{ readonly baseUrl: string; readonly paths: string[] }> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    handler(request, response, paths.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ftp`, paths };
}

/** An address at which nothing listens. */
export async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `127.0.0.1:${port}`;
}

export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-french-"));
  onTestFinished(() => removeDir(dir));
  return dir;
}

export const zipOf = (name: string, text: string) => Buffer.from(zipSync({ [name]: strToU8(text) }));

export function send(
  response: ServerResponse,
  body: Buffer | string,
  headers: Record<string, string> = {},
): void {
  const length = String(Buffer.byteLength(body));
  const defaults = { "content-type": "application/x-zip-compressed", "content-length": length };
  response.writeHead(200, { ...defaults, ...headers }).end(body);
}

/** Invented portfolios in the library's layout: three months from 2025-10. */
export const ME_HEADER = ",<= 0,Lo 30,Med 40,Hi 30";
export const ME_ROWS = [
  "202510,  -99.99,   10.00,    1.00,   -5.00",
  "202511,  -99.99,  -50.00,    1.00,   20.00",
  "202512,  -99.99,    0.07,    1.00,    0.00",
];
const OTHER_BLOCKS = [
  "",
  "  Equal Weight Returns -- Monthly",
  ME_HEADER,
  "202510,  -99.99,   77.00,   77.00,   77.00",
  "",
  "  Value Weight Returns -- Annual from January to December",
  ME_HEADER,
  "  2025,  -99.99,   66.00,   66.00,   66.00",
  "",
  "Copyright 2026 Eugene F. Fama and Kenneth R. French",
  "",
];
export const meCsv = (rows: readonly string[] = ME_ROWS, before: readonly string[] = []) =>
  [...before, ME_HEADER, ...rows, ...OTHER_BLOCKS].join("\r\n");
export const ME_CSV_NAME = "Portfolios_Formed_on_ME.csv";
export const meZip = (text: string = meCsv()) => zipOf(ME_CSV_NAME, text);

export const factorsCsv = (
  rows: readonly string[] = ["202511,   2.89,  -2.55,  -.05,   0.22", "202512,  0,1,2,3"],
) =>
  [
    "This file was created using the 202512 CRSP database.",
    "The annual TBill return is compounded from the monthly T-bill rates from January to December. ",
    "",
    ",Mkt-RF,SMB,HML,RF",
    ...rows,
    "",
    " Annual Factors: January-December ",
    ",Mkt-RF,SMB,HML,RF",
    "  2025,  13.30, -10.57,   8.41,   4.25",
    "",
    "Copyright 2026 Eugene F. Fama and Kenneth R. French",
  ].join("\r\n");
export const factorsZip = (text: string = factorsCsv()) => zipOf("F-F_Research_Data_Factors.csv", text);

/** Days whose market and SMB compound to those of the months above, to a hundredth of a percent. */
export const DAY_ROWS = [
  // 1.0111 x 1.0198 = 1.0311: 2.89 + 0.22 percent; 0.9872 x 0.9872 = 0.9745: -2.55 percent
  "20251103,    1.00,   -1.28,    0.00,    0.11",
  "20251117,    1.87,   -1.28,   -0.05,    0.11",
  // 1.0149 x 1.0149 = 1.0300: 0 + 3 percent; 1.01 percent
  "20251201,    0.00,    1.00,    2.00,    1.49",
  "20251212,    0.00,    0.01,    0.00,    1.49",
];
export const daysCsv = (rows: readonly string[] = DAY_ROWS) =>
  [
    "This file was created using the 202512 CRSP database. The Tbill return is the simple daily rate that, over the number of trading days",
    "in the month, compounds to 1-month TBill rate.",
    "",
    ",Mkt-RF,SMB,HML,RF",
    ...rows,
    "",
    "Copyright 2026 Eugene F. Fama and Kenneth R. French",
  ].join("\r\n");
export const daysZip = (text: string = daysCsv()) => zipOf("F-F_Research_Data_Factors_daily.csv", text);
