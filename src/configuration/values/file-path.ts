import { lineProblem, textWithout } from "./text.js";

const absolute = /^(?:\/|[A-Za-z]:[\\/]|\\\\[^\\]+\\)/;
const windows = /^(?:[A-Za-z]:[\\/]|\\\\[^\\]+\\)/;

/** What is wrong with a path that the app opens as written, or undefined. */
function pathProblem(text: string): string | undefined {
	if (text.startsWith("~")) return "starts with ~, which the app does not expand; write the absolute path";
	if (/%[^%\\/]+%|\$[A-Za-z_{(]/.test(text))
		return "has a variable, which the app does not expand; write the absolute path";
	if (/^["']/.test(text)) return "is in quotes; write the path alone";
	if (!absolute.test(text)) return "is no absolute path; expected one such as /opt/example/file or C:\\Example\\file";
	return lineProblem(text);
}

/** The app starts the file itself, without a shell that would split words. */
function hasArguments(text: string): boolean {
	return /\s--?[A-Za-z]/.test(text) || /\.(?:exe|cmd|bat|com|ps1|sh|py|js)["']?\s+\S/i.test(text);
}

/** An absolute path on POSIX systems or Windows. */
export const absolutePath = textWithout(pathProblem);

/** A program; `argumentsIn` names the place for its arguments, where there is one. */
export function executable(argumentsIn?: string) {
	const instead = argumentsIn === undefined ? "write the path alone" : `give them in ${argumentsIn}`;
	return textWithout(
		(text) =>
			pathProblem(text) ??
			(hasArguments(text) ? `has arguments, which the app does not split off; ${instead}` : undefined),
	);
}

/** A program on Windows. */
export function windowsExecutable(argumentsIn: string) {
	return executable(argumentsIn).superRefine((text, context) => {
		if (!absolute.test(text) || windows.test(text)) return;
		context.addIssue({ code: "custom", message: "is no Windows path; expected one such as C:\\Example\\helper.exe" });
	});
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
export const folderPath = textWithout((text) => {
	const variables = text.match(/%[^%\\/]*%/g) ?? [];
	if (variables.some((name) => !folderVariables.includes(name))) {
		return `has a variable the app does not expand; expected one of ${folderVariables.join(", ")}`;
	}
	if (/^~(?:$|[\\/])/.test(text) || text.startsWith("%")) return lineProblem(text);
	return pathProblem(text.replaceAll("%USERNAME%", "name"));
});
