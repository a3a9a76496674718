import v8 from "node:v8";

/**
 * Imports something with every function in it compiled. V8 compiles most functions when they are first called, and Node
 * keeps what there is of a file before anything in it has run: each run would compile them again, which takes an eighth of
 * a start. The run that compiles everything takes some hundredths longer.
 *
 * Node warns of flags that are set late. This one is read whenever V8 compiles something. Engines that nobody has measured
 * are told nothing.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export async function compileWhole<Imported>(
	load: () => Promise<Imported>,
	engine = process.versions.v8,
): Promise<Imported> {
	if (!/^1[23]\./.test(engine)) return load();
	v8.setFlagsFromString("--no-lazy");
	try {
		return await load();
	} finally {
		v8.setFlagsFromString("--lazy");
	}
}
