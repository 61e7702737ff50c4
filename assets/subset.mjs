// Writes the letters of given ranges from one font file into another: node subset.mjs SOURCE TARGET U+010C-010D,U+01B7
import { readFile, writeFile } from "node:fs/promises";
import subset from "subset-font";

const [source, target, ranges] = process.argv.slice(2);

const letters = ranges.split(",").flatMap((range) => {
  const [first, last = first] = range.trim().replace("U+", "").split("-").map((code) => Number.parseInt(code, 16));
  return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step));
});

await writeFile(target, await subset(await readFile(source), letters.join(""), { targetFormat: "woff2" }));
