import { claimRule, superlativeRule } from "./claim-rule.ts";
import { counterRule } from "./counter-rule.ts";
import { dateRule } from "./date-rule.ts";
import { comparatorRule, directionRule, measureRule, negationRule, swapRule } from "./direction-rules.ts";
import { currencyRule, linkRule, markupRule, scriptRule, symbolRule } from "./form-rules.ts";
import { hypotheticalRule } from "./hypothetical-rule.ts";
import { nameRule } from "./name-rule.ts";
import { digitsRule, numberRule, quantityRule } from "./number-rules.ts";
import type { Rule } from "./rule.ts";
import { lengthRule, schemaRule } from "./schema-rule.ts";
import { scopeRule } from "./scope-rule.ts";
import {
  slotAbsentRule,
  slotAgreementRule,
  slotFormRule,
  slotLicenceRule,
  slotRepeatRule,
  slotStaleRule,
  slotUnknownRule,
} from "./slot-rules.ts";
import { basisRule, periodRule, subjectRule } from "./subject-rules.ts";
import { unbackedRule } from "./unbacked-rule.ts";
import { unitRule } from "./unit-rule.ts";
import {
  adviceRule,
  causesRule,
  certaintyRule,
  forecastRule,
  injectionRule,
  languageRule,
  wordingRule,
} from "./wording-rules.ts";

/** The gate, as a table. A draft is let through when not one of these has anything to say of it. */
export const RULES: readonly Rule[] = [
  schemaRule,
  lengthRule,
  // no number but by a slot
  digitsRule,
  numberRule,
  quantityRule,
  dateRule,
  currencyRule,
  // nothing but plain English words
  scriptRule,
  languageRule,
  symbolRule,
  markupRule,
  linkRule,
  nameRule,
  injectionRule,
  // slots
  slotFormRule,
  slotUnknownRule,
  slotAbsentRule,
  slotStaleRule,
  slotLicenceRule,
  slotAgreementRule,
  slotRepeatRule,
  unitRule,
  hypotheticalRule,
  // each number said of what it measures
  subjectRule,
  scopeRule,
  periodRule,
  basisRule,
  // what is claimed
  unbackedRule,
  claimRule,
  comparatorRule,
  directionRule,
  measureRule,
  swapRule,
  negationRule,
  superlativeRule,
  counterRule,
  // compliance and house wording (DOMAIN 3)
  adviceRule,
  causesRule,
  forecastRule,
  certaintyRule,
  wordingRule,
];
