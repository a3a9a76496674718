import v8 from "node:v8";

/**
 * Imports something with every function in it compiled. V8 compiles most functions when they are first called, and Node
 * keeps what there is of a file before anything in it has run: each run would compile them again, which takes an eighth of
 * a start.
 *
 * Node warns of flags that are set late. This one is read whenever V8 compiles something. Engines other than those of Node
 * 22 to 24 are told nothing.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export async function compileWhole<Imported>(
	load: () => Promise<Imported>,
	engine = process.versions.v8,
): Promise<Imported> {
	if (!/^1[23]\./.test(engine)) return load();
	loadOfNode();
	v8.setFlagsFromString("--no-lazy");
	try {
		return await load();
	} finally {
		v8.setFlagsFromString("--lazy");
	}
}

/** What the command needs of Node in any case. Node brings it compiled with other flags, and would compile it anew. */
function loadOfNode(): void {
	process.getBuiltinModule("node:crypto");
	// What they are is loaded when somebody asks for them.
	for (const stream of [process.stdout, process.stderr]) void stream.isTTY;
}
