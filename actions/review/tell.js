/**
 * Tells something beside the log's lines, where nothing of the text is a command to the runner.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function tell(severity, message) {
	const text = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
	process.stdout.write(`::${severity}::${text}\n`);
}
