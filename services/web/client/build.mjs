/**
 * Builds the client for Maven: in a copy below target, so that the sources stay as they are, and only when they have changed. What it
 * leaves in target/client/packed: the files, each also as .gz and .br where that is smaller, and files.txt with a path and a hash a line.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const OLDEST = [20, 19];
const client = dirname(fileURLToPath(import.meta.url));
const work = join(client, "../target/client");
const built = join(work, "dist");
const packed = join(work, "packed");
const NOT_SOURCES = new Set(["node_modules", "dist"]);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(`The web client needs Node.js ${OLDEST.join(".")} or later to be built; this is ${process.versions.node}.`);
  process.exit(1);
}

function* filesOf(directory, skipped = new Set()) {
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (skipped.has(entry.name)) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesOf(path);
    else yield path;
  }
}

const hash = (...contents) => contents.reduce((sum, content) => sum.update(content), createHash("sha256")).digest("hex");

const sources = [...filesOf(client, NOT_SOURCES)];
const stamp = hash(process.version, ...sources.flatMap((path) => [relative(client, path), readFileSync(path)]));
const stampFile = join(work, "stamp");
const packages = hash(readFileSync(join(client, "package.json")), readFileSync(join(client, "package-lock.json")));
const packagesFile = join(work, "packages");
const says = (file, expected) => existsSync(file) && readFileSync(file, "utf8") === expected;

if (!says(stampFile, stamp)) {
  mkdirSync(work, { recursive: true });
  for (const entry of readdirSync(work)) if (entry !== "node_modules" && entry !== "packages") rmSync(join(work, entry), { recursive: true });
  for (const path of sources) cpSync(path, join(work, relative(client, path)));
  if (!says(packagesFile, packages)) {
    run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
    writeFileSync(packagesFile, packages);
  }
  run("npm", "run", "--silent", "build");
  pack();
  writeFileSync(stampFile, stamp);
}

function run(command, ...args) {
  try {
    execFileSync(command, args, { cwd: work, stdio: ["ignore", "pipe", "inherit"] });
  } catch (error) {
    process.stderr.write(error.stdout ?? "");
    if (error.code === "ENOENT") console.error(`${command} is missing: install Node.js with npm.`);
    process.exit(1);
  }
}

function pack() {
  mkdirSync(packed, { recursive: true });
  const lines = [];
  for (const path of filesOf(built)) {
    const name = relative(built, path);
    const content = readFileSync(path);
    const to = join(packed, name);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
    const smaller = {
      gz: gzipSync(content, { level: 9 }),
      br: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    };
    for (const [ending, bytes] of Object.entries(smaller)) {
      if (bytes.length < content.length) writeFileSync(`${to}.${ending}`, bytes);
    }
    lines.push(`${name}\t${hash(content).slice(0, 32)}`);
  }
  writeFileSync(join(packed, "files.txt"), `${lines.join("\n")}\n`);
}
