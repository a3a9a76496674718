import { error, type Problem } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";
import { lineProblems } from "./text.js";

const absolute = /^(?:\/|[A-Za-z]:[\\/]|\\\\[^\\]+\\)/;
const windows = /^(?:[A-Za-z]:[\\/]|\\\\[^\\]+\\)/;

/** What is wrong with a path that the app opens as written. */
function pathProblems(path: string): readonly Problem[] {
	const wrong = (message: string) => [error("file-path", [], message)];
	if (path.startsWith("~")) return wrong("starts with ~, which the app does not expand; write the absolute path");
	if (/%[^%\\/]+%|\$[A-Za-z_{(]/.test(path)) {
		return wrong("has a variable, which the app does not expand; write the absolute path");
	}
	if (/^["']/.test(path)) return wrong("is in quotes; write the path alone");
	if (!absolute.test(path))
		return wrong("is no absolute path; expected one such as /opt/example/file or C:\\Example\\file");
	return lineProblems(path);
}

/** The app starts the file itself, without a shell that would split words. */
function hasArguments(path: string): boolean {
	return /\s--?[A-Za-z]/.test(path) || /\.(?:exe|cmd|bat|com|ps1|sh|py|js)["']?\s+\S/i.test(path);
}

/** An absolute path on POSIX systems or Windows. */
export const absolutePath: TextShape = text(pathProblems);

/** A program; `argumentsIn` names the place for its arguments, where there is one. */
export function executable(argumentsIn?: string): TextShape {
	return text(...executableRules(argumentsIn));
}

/** A program on Windows. */
export function windowsExecutable(argumentsIn: string): TextShape {
	return text(...executableRules(argumentsIn), (path) =>
		windows.test(path)
			? []
			: [error("file-path", [], "is no Windows path; expected one such as C:\\Example\\helper.exe")],
	);
}

function executableRules(argumentsIn: string | undefined) {
	const instead = argumentsIn === undefined ? "write the path alone" : `give them in ${argumentsIn}`;
	const message = `has arguments, which the app does not split off; ${instead}`;
	return [pathProblems, (path: string) => (hasArguments(path) ? [error("path-arguments", [], message)] : [])];
}

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
