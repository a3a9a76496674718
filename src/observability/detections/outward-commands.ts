/*
 * Commands with an effect outside of the device, as they stand in the arguments of a tool: JSON, in which a line ends with
 * a backslash and a letter, and a quotation mark has a backslash before it. What stands here means the same to Go, Java,
 * Python, JavaScript and .NET: no lookaround, and no class that one of them does not know.
 */

/** Where a program's name begins: not in the middle of another name. */
const start = String.raw`(?:^|[^\w.-]|\\[nrt])`;

const end = String.raw`(?:$|[^\w-])`;

const gap = String.raw`(?:\s|\\[nrt])`;

const quote = String.raw`(?:\\"|')?`;

const plain = String.raw`[^|;&\\"]*`;

/**
 * Anything of the same command; a line that ends with a backslash goes on. Written out so that no engine goes back over a
 * long command, or stands on itself for each of its letters.
 */
const rest = String.raw`${plain}(?:(?:&[^&"]|\\[^nr]|\\\\\\[nr])${plain})*`;

/** The command ends here, or what it prints goes elsewhere. */
const last = String.raw`${gap}*(?:$|["|;&<>]|\d>)`;

const options = String.raw`(?:${gap}+-[\w-]+(?:=[^\s"]*)?)*`;

/** Of an option with a space before its value, nothing says that this is one. */
const optionsWithValues = String.raw`(?:${gap}+-[\w-]+(?:(?:=|${gap}+)[^\s"-][^\s"]*)?)*`;

/** A program with one of some words after it, and options between. */
function command(programs: string, words: string): string {
	return `(?:${programs.replaceAll(" ", `${gap}+`)})${optionsWithValues}${gap}+(?:${words.replaceAll(" ", `${gap}+`)})${end}`;
}

/** What a copy takes is not of a kind of address, or what it gives is: one that only fetches sends nothing. */
function towards(scheme: string): string {
	const others = [...scheme].map((letter, index) => {
		const before = scheme.slice(0, index);
		return index === 0 ? String.raw`[^${letter}\s\\"'-]` : `${before}[^${letter}]`;
	});
	const from = `${options}${gap}+${quote}`;
	return String.raw`(?:${from}(?:${others.join("|")})|${from}${scheme}[^\s"]+${gap}+${quote}${scheme})`;
}

/** Options of curl that take no value, and may stand before another letter. */
const flags = "[aBfgGiIjJklLMnNOpqRsSvVZ#0-46]";

const file = `${quote}@`;

const uploads = [
	String.raw`curl(?:\.exe)?${rest}${gap}-${flags}*(?:[FT]|d${gap}*${file})`,
	String.raw`curl(?:\.exe)?${rest}${gap}--(?:upload-file|form)${end}`,
	String.raw`curl(?:\.exe)?${rest}${gap}--(?:(?:data|data-binary|data-ascii|json)(?:=|${gap}+)${file}|data-urlencode(?:=|${gap}+)${quote}[^\s=@"]*@)`,
	// What another command prints is as good as a file.
	String.raw`curl(?:\.exe)?${rest}${gap}(?:-${flags}*d${gap}*|--(?:data(?:-binary|-ascii|-raw|-urlencode)?|json)(?:=|${gap}+))${quote}[^\s"'\\]*(?:\$\(|\x60)`,
	`wget${rest}${gap}--(?:post|body)-file${end}`,
	`[Ii]nvoke-(?:[Ww]eb[Rr]equest|[Rr]est[Mm]ethod)${rest}${gap}-[Ii]n[Ff]ile${end}`,
	String.raw`(?:scp|rsync|rclone${gap}+(?:copy|copyto|move|moveto|sync))${rest}${gap}${quote}[\w.@$\{][\w.@$\{\}-]+:[^\s"|;&\\]*${quote}${options}${last}`,
	String.raw`(?:nc|ncat|netcat)(?:${gap}+-[a-km-yA-Z0-9]+(?:${gap}+\d+)?)*${gap}+[A-Za-z0-9$][\w.$\{\}-]*${gap}+\d`,
	`aws${rest}${gap}s3${gap}+(?:cp|mv|sync)${towards("s3:")}`,
	`aws${rest}${gap}s3api${gap}+(?:put-object|upload-part)${end}`,
	`(?:gsutil|gcloud(?:${gap}+(?:alpha|beta))?${gap}+storage)${options}${gap}+(?:cp|mv|rsync)${towards("gs:")}`,
	String.raw`azcopy(?:\.exe)?${gap}+(?:copy|cp|sync)${towards("https:")}`,
	command("az", "storage (?:blob|file|fs file|fs directory) upload(?:-batch)?"),
	command("s3cmd", "put"),
];

const publications = [
	command("docker|podman|nerdctl|buildah", "(?:(?:image|compose|manifest) )?push"),
	`(?:docker|podman|nerdctl)${rest}${gap}--push${end}`,
	command("npm|pnpm|yarn|bun|cargo|poetry|uv|flit|hatch|lerna|vsce|ovsx", "(?:npm )?publish"),
	command("twine", "upload"),
	command("gem|helm|oras|(?:dotnet )?nuget", "push"),
	command("mvn|mvnw|gradle|gradlew", "(?:deploy|publish)"),
	command("gh", "(?:release (?:create|upload)|gist create)"),
	// What goes to a branch of one's own is nobody's deployment.
	String.raw`git${rest}${gap}push${rest}${gap}(?:-[a-z]*[df]|--(?:force[\w-]*|mirror|delete|tags|follow-tags))${end}`,
	String.raw`git${rest}${gap}push${rest}${gap}${quote}(?:\+|https?://|ssh://|git@|heroku${end})`,
	String.raw`git${rest}${gap}push${rest}[\s:/](?:main|master|production|prod|release[\w./-]*)${quote}${last}`,
];

const deployments = [
	command("kubectl|oc", "(?:apply|create|delete|replace|patch|scale|rollout|drain|set image)"),
	command("helm|helmfile", "(?:install|upgrade|uninstall|rollback|apply|sync|destroy)"),
	command("argocd", "app sync"),
	command("docker", "stack deploy"),
	command("terraform|tofu|terragrunt", "(?:apply|destroy|run-all (?:apply|destroy))"),
	command("pulumi", "(?:up|destroy)"),
	command("cdk|serverless|sls|sam|firebase|netlify|vercel|wrangler|fly|flyctl|eb|copilot", "(?:deploy|destroy)"),
	command("cap", String.raw`\w+ deploy`),
	command(
		"aws",
		"(?:cloudformation (?:deploy|create-stack|update-stack|delete-stack|execute-change-set)|lambda update-function-code|ecs update-service|deploy create-deployment)",
	),
	command("gcloud", "(?:(?:app|run|functions|run services) deploy|builds submit)"),
	command("az", "(?:deployment (?:group|sub|mg|tenant) create|webapp (?:deploy|up)|acr build)"),
	`ansible-playbook${end}`,
	command("npm|pnpm|yarn|bun|make|just|task|rake", "(?:run )?(?:deploy|migrate|publish)"),
	String.raw`(?:\./|(?:bash|sh|zsh|pwsh|python3?|ruby|node)${options}${gap}+)(?:[\w.-]*/)*(?:deploy|migrate|publish)[\w-]*\.(?:sh|ps1|py|rb|js|ts)${end}`,
];

const migrations = [
	command("prisma", "(?:migrate (?:deploy|reset)|db push)"),
	command("rails|rake", "db:(?:migrate|rollback|reset|drop)"),
	String.raw`manage\.py${gap}+migrate${end}`,
	`artisan${gap}+migrate`,
	command("alembic", "(?:upgrade|downgrade)"),
	command("flyway|liquibase", "(?:migrate|clean|update|rollback)"),
	command("knex", "migrate:(?:latest|up|down|rollback)"),
	command("sequelize|sequelize-cli", "db:migrate"),
	command("typeorm", "migration:(?:run|revert)"),
	command("dbmate|goose", "(?:up|down|migrate|rollback)"),
	command("sqlx|diesel", "(?:migrate|migration) run"),
];

/** Regular expressions, any of which a command with an effect outside of the device has: few, as queries have a limit. */
export const outwardCommands: readonly string[] = [
	...[uploads, publications, deployments, migrations].map((each) => `${start}(?:${each.join("|")})`),
	"/dev/tcp/",
];
