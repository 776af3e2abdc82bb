import type { PolicyDecision } from "../../market/datasets.ts";
import { addDays } from "../../maths/calendar.ts";

const FIRST_TARGET = 8;
/** Before this day the source, like the real one, does not say whether a decision was scheduled. */
const SCHEDULE_KNOWN_FROM = "1994-02-01";

/** Invented, all on Thursdays; "*" marks a decision between meetings. Changes in basis points. */
const DECISIONS = `
  1985-05-16 -50, 1985-11-07 -50, 1986-09-18 50, 1986-12-11 50, 1987-03-19 50, 1987-06-18 50,
  1987-11-12 -50, 1987-12-10 -50, 1988-02-18 -50, 1988-03-24 -50, 1988-06-16 -25, 1988-09-15 -25,
  1989-08-17 25, 1989-11-16 25, 1990-02-15 25, 1990-05-17 25,
  1991-06-20 -25, 1991-10-17 -25, 1992-02-20 -25, 1992-10-15 -25, 1993-03-18 -25,
  1993-09-16 25, 1993-12-16 25, 1994-03-17 25, 1994-06-16 50,
  1994-12-15 -25, 1995-01-19* -50, 1995-02-16 -50, 1995-04-20 -50, 1995-06-15 -50, 1995-09-14 -25, 1995-12-14 -25,
  1997-02-13 25, 1997-05-15 25, 1997-09-18 25, 1998-02-12 25,
  1999-04-15 -25, 1999-06-17 -25,
  2000-03-16 25, 2000-09-14 25, 2001-04-19 25, 2001-10-18 25, 2002-03-14 25,
  2003-03-13 -25, 2003-05-01* -50, 2003-06-12 -50, 2003-07-10* -50, 2003-07-31 -50, 2003-09-18 -50,
  2003-11-06 -50, 2003-12-18 -25, 2004-03-11 -25, 2004-06-17 -25,
  2006-02-16 25, 2006-05-18 25, 2006-08-17 25, 2006-11-16 25, 2007-02-15 25, 2007-05-17 25, 2007-08-16 25,
  2007-11-15 25, 2008-05-15 25, 2008-11-13 25,
  2010-06-17 -25, 2010-09-16 -25, 2011-03-17 25,
  2011-12-15 -25, 2012-01-12* -50, 2012-02-02 -50, 2012-03-15 -50, 2012-05-03 -75, 2012-06-14 -50,
  2012-08-02 -50, 2012-10-11* -50, 2012-10-25 -25, 2013-01-17 -25,
  2017-06-15 25, 2017-11-16 25, 2018-03-15 25, 2018-07-12 25, 2018-11-15 25, 2019-04-11 25, 2019-09-12 25,
  2020-05-14 25, 2020-11-12 25, 2021-03-11 25,
  2021-08-12 -25, 2021-09-09* -50, 2021-09-30 -50, 2021-11-04 -50, 2021-12-16 -25, 2022-02-10 -25,
  2023-02-16 50, 2023-04-13 50, 2023-06-15 50, 2023-08-10 25, 2023-10-12 25, 2023-12-14 25, 2024-03-14 25,
  2024-06-13 25, 2024-10-10 25,
  2025-06-12 -25, 2025-10-16 -25, 2026-02-12 -25, 2026-07-16 -25`;

export function makePolicyDecisions(): readonly PolicyDecision[] {
  let targetUpper = FIRST_TARGET;
  return [...DECISIONS.matchAll(/(\d{4}-\d{2}-\d{2})(\*?) (-?\d+)/g)].map(
    ([, announced = "", star, change]) => {
      const changeBp = Number(change);
      targetUpper += changeBp / 100;
      const scheduled = announced < SCHEDULE_KNOWN_FROM ? null : star !== "*";
      return { announced, effective: addDays(announced, 1), changeBp, targetUpper, scheduled };
    },
  );
}

/** The target in force on each of `days`, which are in date order. */
export function targetsOn(days: readonly string[], decisions: readonly PolicyDecision[]): readonly number[] {
  let next = 0;
  let target = FIRST_TARGET;
  return days.map((day) => {
    for (let decision = decisions[next]; decision && decision.effective <= day; decision = decisions[next]) {
      target = decision.targetUpper;
      next += 1;
    }
    return target;
  });
}
