#!/usr/bin/env node
import { compileWhole } from "./compile-whole.js";
import { keepCompiled } from "./keep-compiled.js";
import { optimizeLate } from "./optimize-late.js";

// What is kept fits the flags that it was compiled with.
optimizeLate();
const isKept = keepCompiled();
// Imported above, it would be compiled before that is said.
const load = () => import("./run-process.js");
const { runProcess } = await (isKept ? compileWhole(load) : load());
await runProcess();
