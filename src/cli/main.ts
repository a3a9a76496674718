#!/usr/bin/env node
import { processOutput } from "./output.js";
import { run } from "./program.js";

for (const stream of [process.stdout, process.stderr]) {
	// A reader that has seen enough, such as `head`, is no failure.
	stream.on("error", (fault: NodeJS.ErrnoException) => {
		if (fault.code !== "EPIPE") throw fault;
	});
}
process.exitCode = await run(process.argv.slice(2), processOutput());
