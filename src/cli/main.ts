#!/usr/bin/env node
import { keepCompiled } from "./keep-compiled.js";

keepCompiled();
// What is imported here is compiled before that is said.
const { runProcess } = await import("./run-process.js");
await runProcess();
