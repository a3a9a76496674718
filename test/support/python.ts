import { program, run } from "./programs.js";

// Of the system: bindings that come as Debian's packages are not there for another installation of Python.
export const systemPython = "/usr/bin/python3";

/** Whether the system's Python has these modules. */
export function pythonHas(...modules: readonly string[]): boolean {
	return program(systemPython, ["-c", `import ${modules.join(", ")}`]);
}

/** Calls `answer`, which a script defines, with a value; bytes go in and out as base64. */
export function python(script: string, value: unknown): unknown {
	const call = "import base64, json, sys\n";
	const whole = `${call}${script}\njson.dump(answer(json.load(sys.stdin)), sys.stdout)`;
	return JSON.parse(run(systemPython, ["-c", whole], {}, JSON.stringify(value)));
}
