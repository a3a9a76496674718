import v8 from "node:v8";

/**
 * Has the V8 of Node 20 optimise a function after four times the work that it usually waits for. A run makes its files and
 * ends: what would be optimised is mostly through by then, which takes a fifth to a third of the processor time of a
 * hundred files or of a thousand groups. Later engines have tiers between, and gain nothing by it.
 *
 * Node warns of flags that are set late. This one is read whenever a function gets its next budget, and an engine that does
 * not know it says so on standard error, so that no other is told.
 * https://nodejs.org/docs/latest-v20.x/api/v8.html#v8setflagsfromstringflags
 */
export function optimizeLate(engine = process.versions.v8): void {
	if (engine.startsWith("11.")) v8.setFlagsFromString("--interrupt-budget=540672");
}
