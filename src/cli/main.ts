#!/usr/bin/env node
import { keepCompiled } from "./keep-compiled.js";
import { optimizeLate } from "./optimize-late.js";

// What is kept fits the flags that it was compiled with.
optimizeLate();
keepCompiled();
// What is imported here is compiled before that is said.
const { runProcess } = await import("./run-process.js");
await runProcess();
