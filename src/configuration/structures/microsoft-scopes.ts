import { nearestName } from "../../nearest-name.js";
import { error } from "../../problem.js";
import { text } from "../../shape/build.js";

/** https://claude.com/docs/third-party/claude-desktop/connectors-m365 */
const known = [
	"User.Read",
	"offline_access",
	"Mail.Read",
	"Mail.Read.Shared",
	"Calendars.Read",
	"Calendars.Read.Shared",
	"Files.Read.All",
	"Sites.Read.All",
	"Chat.Read",
	"ChannelMessage.Read.All",
	"OnlineMeetings.Read",
	"OnlineMeetingTranscript.Read.All",
	"MailboxSettings.Read",
	"People.Read",
	"Team.ReadBasic.All",
	"Channel.ReadBasic.All",
	"Mail.Send",
	"Mail.ReadWrite",
	"Calendars.ReadWrite",
	"Files.ReadWrite.All",
	"Sites.ReadWrite.All",
	"ChatMessage.Send",
	"ChannelMessage.Send",
	"Chat.Create",
	"MailboxSettings.ReadWrite",
];

/** Permissions of Microsoft Graph for the built-in server, each by its name as it stands. */
export const microsoftScopes = text((scopes) => {
	const stray = scopes.split(" ").find((scope) => !known.includes(scope));
	if (stray === undefined) return [];
	const near = nearestName(stray, known);
	const expected = near === undefined ? `expected some of ${known.join(" ")}` : `did you mean "${near}"?`;
	return [
		error("microsoft-scope", [], `has a scope that the app does not know, for which it drops the server; ${expected}`),
	];
});
