import { made } from "../outcome.js";
import type { Profile, ProfileFile, ProfileFormat } from "./format.js";
import { settingsFolder, settingsPath, shellPlaces } from "./managed-settings-place.js";
import { hashIntroduction } from "./profile-name.js";
import { escapedSettingsJson } from "./settings-json.js";
import { linesFile, shellScript } from "./text-file.js";

const scriptName = "install-managed-settings.sh";
const tasksName = "install-managed-settings.yml";
const removalName = "remove-managed-settings.sh";

/**
 * Steps that install the managed settings the way Claude Desktop insists on, as a script and as tasks of Ansible: root
 * owns folder and file, nobody else may write them, and neither is a symbolic link. A file that breaks this is refused,
 * and local settings with it.
 */
export const linuxInstall: ProfileFormat<Record<never, never>> = {
	title: "Linux install step",
	docs: "https://claude.com/docs/third-party/claude-desktop/mdm",
	evidence: "read by sh, which runs it, shellcheck, ansible-playbook, which runs it, and ansible-lint",
	platforms: ["linux"],
	byDefault: false,
	options: {},
	handling: {
		imports: [
			{ tool: "configuration managers", step: "run install-managed-settings.sh as root" },
			{ tool: "Ansible", step: "include install-managed-settings.yml in a play that becomes root" },
		],
		removal: "run remove-managed-settings.sh as root",
	},
	examples: { plain: {} },
	fileNames: () => [scriptName, tasksName],

	render(profile) {
		const settings = escapedSettingsJson(profile.settings);
		return made([shellScript(scriptName, installation(profile, settings)), tasks(profile, settings)]);
	},

	removals: () => [shellScript(removalName, removal)],
};

const places = [
	"# Run as root. DESTDIR, where it is set, goes before the paths, as for an image that is being built.",
	"set -eu",
	...shellPlaces,
];

const does = "Installs the managed settings of Claude Desktop";

function installation(profile: Profile, settings: string): readonly string[] {
	return [
		...hashIntroduction(does, profile),
		...places,
		"",
		'if [ "$(id -u)" -ne 0 ]; then',
		'\techo "must run as root: Claude Desktop reads the settings only where root owns them" >&2',
		"\texit 1",
		"fi",
		'if [ -L "$directory" ]; then',
		'\techo "$directory is a symbolic link, which Claude Desktop does not follow; remove it first" >&2',
		"\texit 1",
		"fi",
		'mkdir -p -- "$directory"',
		'chown root:root -- "$directory"',
		'chmod 0755 -- "$directory"',
		"",
		"# Renaming puts the whole file there at once, and takes the place of a symbolic link rather than of its target.",
		'temporary=$(mktemp "$directory/.managed-settings.XXXXXX")',
		"trap 'rm -f -- \"$temporary\"' EXIT",
		"cat >\"$temporary\" <<'END_OF_SETTINGS'",
		...settings.trimEnd().split("\n"),
		"END_OF_SETTINGS",
		'chown root:root -- "$temporary"',
		'chmod 0644 -- "$temporary"',
		'mv -fT -- "$temporary" "$file"',
	];
}

const removal = ["# Removes the managed settings of Claude Desktop.", ...places, "", 'rm -f -- "$file"'];

function tasks(profile: Profile, settings: string): ProfileFile {
	const root = "{{ claude_root | default('') }}";
	const [folder, file] = [`${root}${settingsFolder}`, `${root}${settingsPath}`];
	const lines = [
		"---",
		"# yamllint disable rule:line-length",
		...hashIntroduction(does, profile),
		"# Tasks to include in a play that becomes root. claude_root, where it is set, goes before the paths.",
		"- name: Look at the folder of the managed settings",
		"  ansible.builtin.stat:",
		`    path: "${folder}"`,
		"  register: claude_directory",
		"",
		"- name: Refuse a folder that is a symbolic link, which Claude Desktop does not follow",
		"  ansible.builtin.assert:",
		"    that: not (claude_directory.stat.islnk | default(false))",
		"    quiet: true",
		"",
		"- name: Make the folder that root owns",
		"  ansible.builtin.file:",
		`    path: "${folder}"`,
		"    state: directory",
		"    owner: root",
		"    group: root",
		'    mode: "0755"',
		"",
		"- name: Look at the managed settings",
		"  ansible.builtin.stat:",
		`    path: "${file}"`,
		"  register: claude_settings",
		"",
		"- name: Remove a symbolic link in their place",
		"  ansible.builtin.file:",
		`    path: "${file}"`,
		"    state: absent",
		"  when: claude_settings.stat.islnk | default(false)",
		"",
		"- name: Install the managed settings",
		"  ansible.builtin.copy:",
		`    dest: "${file}"`,
		"    owner: root",
		"    group: root",
		'    mode: "0644"',
		"    content: !unsafe |",
		...settings
			.trimEnd()
			.split("\n")
			.map((line) => `      ${line}`),
		"  # A value may be a credential.",
		"  diff: false",
	];
	return linesFile(tasksName, "application/yaml", lines);
}
