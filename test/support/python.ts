import { spawnSync } from "node:child_process";

// Of the system: bindings that come as Debian's packages are not there for another installation of Python.
const systemPython = "/usr/bin/python3";

/** Whether the system's Python has these modules. */
export function pythonHas(...modules: readonly string[]): boolean {
	const probe = spawnSync(systemPython, ["-c", `import ${modules.join(", ")}`], { stdio: "ignore", timeout: 20_000 });
	return probe.status === 0;
}

/** Calls `answer`, which a script defines, with a value; bytes go in and out as base64. */
export function python(script: string, value: unknown): unknown {
	const call = "import base64, json, sys\n";
	const result = spawnSync(
		systemPython,
		["-c", `${call}${script}\njson.dump(answer(json.load(sys.stdin)), sys.stdout)`],
		{ input: JSON.stringify(value), encoding: "utf8", maxBuffer: 1 << 28 },
	);
	if (result.status !== 0) throw new Error(`python3 exits with ${result.status}: ${result.stderr}`);
	return JSON.parse(result.stdout);
}
