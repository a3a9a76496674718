#!/usr/bin/env node
import { keepCompiled } from "./keep-compiled.js";

keepCompiled();
// What is imported here is compiled before that is said.
const [{ processOutput }, { run }] = await Promise.all([import("./output.js"), import("./program.js")]);
const code = await run(process.argv.slice(2), processOutput());
// A result that could not be printed has set its own.
process.exitCode ??= code;
