import { companies, company, serveEdgar } from "../data/edgar/world.ts";

/** EDGAR with a full market's filings and every table full, for the bench; prints its address. */
const large = companies(500);
const small = companies(2_500).slice(500);
const others = Array.from({ length: 3_000 }, (_, index) => company(50_000 + index));
const { baseUrl } = await serveEdgar({ small, large, others, everyTag: true });
console.log(baseUrl);
