# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
	'{e7603d43-9fe8-89c0-8e79-8c51e9fe4d48}' = '*.ingest.us.sentry.io'
	'{e7603d43-9fe8-8597-86c1-f96d72b8322e}' = '*.sentry.io'
	'{e7603d43-9fe8-827a-8272-9ae631768f07}' = 'o1.ingest.us.sentry.io'
}
$rules = @(
	@{ Name = 'pulumi-cowork eu e0959415501a73667cb9dae45188f6bd'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-89c0-8e79-8c51e9fe4d48}'; Description = '*.ingest.us.sentry.io: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 5abe5d2389e13973ef8554060de1a633'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-89c0-8e79-8c51e9fe4d48}'; Description = '*.ingest.us.sentry.io: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 9640d573cf801f70dd65447b318ea9f0'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-89c0-8e79-8c51e9fe4d48}'; Description = '*.ingest.us.sentry.io: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu cc952750a04443a55bdd43fbc9e3ef8e'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-89c0-8e79-8c51e9fe4d48}'; Description = '*.ingest.us.sentry.io: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 3ae58c951a3a1fc9ff6b8b40a67138b4'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 4ee6f32bf62188f4687a30640e3680d7'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 14761fbab06e6f03c8c55025720a82d0'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu d51475d2d14a4869cb00eb67e5f3d5e3'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu ea078a225d9b4e687ffed4fbf4ef6e4d'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-827a-8272-9ae631768f07}'; Description = 'o1.ingest.us.sentry.io: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 7b9edb1616e0d773ceea8f1b617d89d0'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-827a-8272-9ae631768f07}'; Description = 'o1.ingest.us.sentry.io: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu f6ac5fd36a03a28c7c415232696dfc1e'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-827a-8272-9ae631768f07}'; Description = 'o1.ingest.us.sentry.io: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 8816805a3af17c4f875bc2808254401b'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-827a-8272-9ae631768f07}'; Description = 'o1.ingest.us.sentry.io: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
)
$ErrorActionPreference = 'Stop'
try {
	$group = 'pulumi-cowork eu'
	$names = @{}
	foreach ($rule in @(Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue)) { $names[$rule.Name] = $true }
	$all = @(Get-NetFirewallDynamicKeywordAddress -AllAutoResolve -ErrorAction SilentlyContinue)
	$ids = @($all | ForEach-Object { $_.Id } | Where-Object { $_ -like '{e7603d43-9fe8-8*' })
	$known = @{}
	foreach ($id in $ids) { $known[$id] = $true }
	foreach ($id in $keywords.Keys) {
		if (-not $known.ContainsKey($id)) {
			New-NetFirewallDynamicKeywordAddress -Id $id -Keyword $keywords[$id] -AutoResolve $true | Out-Null
		}
	}
	$wanted = @{}
	foreach ($rule in $rules) {
		$wanted[$rule.Name] = $true
		if (-not $names.ContainsKey($rule.Name)) {
			New-NetFirewallRule @rule -Group $group -Direction Outbound | Out-Null
		}
	}
	foreach ($name in $names.Keys) { if (-not $wanted.ContainsKey($name)) { Remove-NetFirewallRule -Name $name } }
	foreach ($id in $ids) {
		if (-not $keywords.ContainsKey($id)) { Remove-NetFirewallDynamicKeywordAddress -Id $id }
	}
	exit 0
} catch {
	Write-Output "The rules of Claude could not be set: $_"
	exit 1
}
