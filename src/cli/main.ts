#!/usr/bin/env node
import { processOutput } from "./output.js";
import { run } from "./program.js";

const code = await run(process.argv.slice(2), processOutput());
// A result that could not be printed has set its own.
process.exitCode ??= code;
