import type { z } from "zod";
import { layoutFault } from "../http/fault.ts";

/** @throws SourceFault that names the place where the answer is not what it used to be */
export function readJson<T>(bytes: Buffer, schema: z.ZodType<T>): T {
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw layoutFault("the answer is not whole JSON");
  }
  const result = schema.safeParse(parsed);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join(".") || "the whole";
  throw layoutFault(`the layout has changed: ${place}: ${issue?.message ?? "not as expected"}`);
}
