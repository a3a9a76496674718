import { definePolicyRule, shapes } from "pulumi-cowork/core";

/** Every collector that devices send to is one of the company's. */
export default definePolicyRule<{ readonly domain: string }>({
	id: "own-collector",
	title: "telemetry goes to a collector of the company",
	why: "Whoever runs a collector sees who uses what, and when.",
	fix: "Set otlpEndpoint to a collector below the company's domain.",
	severity: "error",
	parameters: shapes.object({
		domain: { shape: shapes.text(), summary: "The company's domain.", default: "example.com" },
	}),
	check: ({ groups }, { domain }) =>
		Object.entries(groups).flatMap(([group, { settings }]) => {
			const { value, at } = settings.otlpEndpoint ?? {};
			if (typeof value !== "string" || new URL(value).hostname.endsWith(`.${domain}`)) return [];
			return [{ subject: "otlpEndpoint", group, says: `sends telemetry to ${value}`, ...(at && { at }) }];
		}),
});
