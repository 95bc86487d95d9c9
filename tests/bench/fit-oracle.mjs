// SPDX-License-Identifier: GPL-3.0-or-later
// fit-oracle.mjs FOLDER HISTORY: what fsrs-rs fits to a history of bench-fit's. Prints the same as bench-fit: the
// milliseconds by the clock and of the processors, the reviews that count, and the weights. It is the npm package @open-spaced-repetition/binding, version 0.5.0, which is no part
// of Charter: FOLDER is where "npm install @open-spaced-repetition/binding@0.5.0" was said.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, history] = process.argv.slice(2);
const { computeParameters, FSRSBindingItem, FSRSBindingReview } =
  createRequire(resolve(folder, "here.js"))("@open-spaced-repetition/binding");

const cards = new Map(), items = [];
for (const line of readFileSync(history, "utf8").trim().split("\n")) {
  const [card, day, grade] = line.split(" ").map(Number);
  const seen = cards.get(card) ?? { day, reviews: [] };
  const days = day - seen.day;
  seen.reviews.push(new FSRSBindingReview(grade, days));
  seen.day = day;
  cards.set(card, seen);
  if (days > 0) items.push(new FSRSBindingItem([...seen.reviews]));
}

// Without a timeout it looks for news only every half second, which would be counted as its time.
const begin = performance.now(), used = process.cpuUsage();
const weights = await computeParameters(items, { enableShortTerm: true, numRelearningSteps: 1, timeout: 5 });
const { user, system } = process.cpuUsage(used);
console.log((performance.now() - begin).toFixed(1), ((user + system) / 1000).toFixed(1), items.length, weights.join(" "));
process.exit(0);
