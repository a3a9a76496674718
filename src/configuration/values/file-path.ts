import { error, type Problem, warning } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { Rule, TextShape } from "../../shape/shape.js";
import { lineProblems } from "./text.js";

const absolute = /^(?:\/|[A-Za-z]:[\\/]|\\\\[^\\]+\\)/;
const local = /^(?:\/(?!\/)|[A-Za-z]:[\\/])/;
const windows = /^(?:[A-Za-z]:[\\/]|\\\\[^\\]+\\)/;

const notExpanded = "which the app does not expand; write the absolute path";

/** What the app cannot open, as written: one fault, of those that exclude each other. */
function notAbsolute(path: string): string[] {
	if (path.startsWith("~")) return [`starts with ~, ${notExpanded}`];
	if (/%[^%\\/]+%|\$[A-Za-z_{(]/.test(path)) return [`has a variable, ${notExpanded}`];
	if (/^["']/.test(path)) return ["is in quotes; write the path alone"];
	if (absolute.test(path)) return [];
	return ["is no absolute path; expected one such as /opt/example/file or C:\\Example\\file"];
}

/** What becomes of an entry of `managedMcpServers` with a path that the app does not start. */
const dropped = "Claude Desktop drops the server";

/** Every fault in one message, so that mending the first does not bring out the next. */
function together(code: string, faults: readonly string[]): Problem[] {
	return faults.length === 0 ? [] : [error(code, [], faults.join("; and "))];
}

/** What is wrong with a path that the app opens as written. */
const pathProblems: Rule<string> = (path) => {
	const faults = together("file-path", notAbsolute(path));
	return faults.length > 0 ? faults : lineProblems(path);
};

/** The app starts the file itself, without a shell that would split words. */
function hasArguments(path: string): boolean {
	return /\s--?[A-Za-z]/.test(path) || /\.(?:exe|cmd|bat|com|ps1|sh|py|js)["']?\s+\S/i.test(path);
}

/** An absolute path on POSIX systems or Windows. */
export const absolutePath: TextShape = text(pathProblems);

/** A program; `argumentsIn` names the place for its arguments, where there is one. */
export function executable(argumentsIn?: string): TextShape {
	return text(executableRule(argumentsIn));
}

/** A program on Windows. */
export function windowsExecutable(argumentsIn?: string): TextShape {
	return text(executableRule(argumentsIn), (path) =>
		windows.test(path)
			? []
			: [error("file-path", [], "is no Windows path; expected one such as C:\\Example\\helper.exe")],
	);
}

/** A program that the app cannot start by way of a script on Windows. */
export const nativeExecutable: TextShape = text(executableRule(), (path) =>
	windows.test(path) && !/\.exe$/i.test(path)
		? [error("file-path", [], "is no .exe file, and on Windows the app starts no other; name the program itself")]
		: [],
);

function executableRule(argumentsIn?: string): Rule<string> {
	return (path) => {
		const unopened = notAbsolute(path);
		const faults = [...unopened, ...argumentFaults(path, argumentsIn)];
		return faults.length > 0
			? together(unopened.length > 0 ? "file-path" : "path-arguments", faults)
			: lineProblems(path);
	};
}

function argumentFaults(path: string, argumentsIn?: string): string[] {
	const instead = argumentsIn === undefined ? "write the path alone" : `give them in ${argumentsIn}`;
	return hasArguments(path) ? [`has arguments, which the app does not split off; ${instead}`] : [];
}

/** Steps and shares that the app follows for no program that it starts by itself. */
function notLocal(path: string): string[] {
	if (/^(?:\\\\|\/\/)/.test(path)) return ["is on a network share; write a path on the device"];
	return /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path) ? ["has a .. in it; write the path without"] : [];
}

/**
 * The program of a local MCP server.
 * https://claude.com/docs/third-party/claude-desktop/extensions
 */
export const serverCommand: TextShape = text(lineProblems, (command) => {
	if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(command)) {
		const message = "is looked up on each device's PATH, while the documentation asks for an absolute path; write that";
		return [warning("bare-command", [], message)];
	}
	const stray = /[;|`$<>"]/.exec(command)?.[0];
	const outside = notLocal(command);
	const faults = [
		...outside,
		...(outside.length === 0 && !local.test(command) ? notAbsolute(command) : []),
		...(stray === undefined ? [] : [`has the character ${stray}, which the app refuses`]),
		...argumentFaults(command, "args"),
	];
	return faults.length === 0 ? [] : together("server-command", [...faults, dropped]);
});

/** A program that prints the environment of a local MCP server. */
export const environmentHelper: TextShape = text(lineProblems, (path) => {
	const outside = notLocal(path);
	const stray = /["%]/.exec(path)?.[0];
	const faults = [
		...outside,
		...(outside.length === 0 ? notAbsolute(path) : []),
		...(stray === undefined ? [] : [`has the character ${stray}, which the app refuses`]),
		...(path.endsWith(".") ? ["ends in a dot, which the app refuses"] : []),
		...argumentFaults(path),
	];
	return faults.length === 0 ? [] : together("file-path", [...faults, dropped]);
});

/** https://claude.com/docs/third-party/claude-desktop/configuration#allowedworkspacefolders */
export const folderVariables = [
	"%OneDrive%",
	"%OneDriveCommercial%",
	"%OneDriveConsumer%",
	"%APPDATA%",
	"%LOCALAPPDATA%",
	"%USERNAME%",
	"%XDG_DOCUMENTS_DIR%",
];

/** A folder that the app resolves for each user: a leading `~` or variable of {@link folderVariables} stands for a path. */
export const folderPath: TextShape = text((path) => {
	const variables = path.match(/%[^%\\/]*%/g) ?? [];
	if (variables.some((name) => !folderVariables.includes(name))) {
		const message = `has a variable the app does not expand; expected one of ${folderVariables.join(", ")}`;
		return [error("file-path", [], message)];
	}
	if (/^~(?:$|[\\/])/.test(path) || path.startsWith("%")) return lineProblems(path);
	return pathProblems(path.replaceAll("%USERNAME%", "name"));
});
