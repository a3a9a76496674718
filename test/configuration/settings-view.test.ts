import { expect, it } from "vitest";
import { SettingsView } from "../../src/configuration/settings-view.js";
import { configurationOf } from "../support/configuration.js";

it("tells what a piece of work asked for, set or not, and nothing that is asked for afterwards", () => {
	const view = new SettingsView(configurationOf({ otlpEndpoint: "https://otel.example.com" }));
	const { result, asked } = view.recording(() => [view.text("otlpEndpoint"), view.list("sshHostAllowlist")]);
	view.value("disableAutoUpdates");
	expect(result).toEqual(["https://otel.example.com", []]);
	expect([...asked]).toEqual(["otlpEndpoint", "sshHostAllowlist"]);
});
