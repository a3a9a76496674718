# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
	'{e7603d43-9fe8-8f30-832d-5d9275641caa}' = '*.xn--bcher-kva.example'
	'{e7603d43-9fe8-8120-8fc6-262bdc4675b7}' = '1.2.3.example.com'
	'{e7603d43-9fe8-8bb4-863d-2b63b9da0ba1}' = '__proto__.example.com'
	'{e7603d43-9fe8-8b76-8790-dbc921b1d09e}' = 'constructor.example.com'
	'{e7603d43-9fe8-81b8-849f-af439238d891}' = 'lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com'
	'{e7603d43-9fe8-8ca0-8422-879e5946a875}' = 'my_host.example.com'
	'{e7603d43-9fe8-83c8-888c-738405f3f6f0}' = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.example.com'
	'{e7603d43-9fe8-8970-8ca6-b73eaf2630a6}' = 'xn--bcher-kva.example'
}
$rules = @(
	@{ Name = 'pulumi-cowork eu 37d80b0d48e90f15a19337886c317c6b'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f30-832d-5d9275641caa}'; Description = '*.xn--bcher-kva.example: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 8535ffaf040337864d7af34e7c38cbb6'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f30-832d-5d9275641caa}'; Description = '*.xn--bcher-kva.example: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 2f862506cd7cc293e5e8a5dee88e49ee'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f30-832d-5d9275641caa}'; Description = '*.xn--bcher-kva.example: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu c17d70d040e615ce3a96bdcd9d3ffc17'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f30-832d-5d9275641caa}'; Description = '*.xn--bcher-kva.example: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 7a8307b0b25fe24742f06694e2d52a91'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8120-8fc6-262bdc4675b7}'; Description = '1.2.3.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 5ed43f9d2422a866aaa4cfb456cad3d9'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8120-8fc6-262bdc4675b7}'; Description = '1.2.3.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 5b1fcfbaaa8fca9953c71d88d64261f8'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8120-8fc6-262bdc4675b7}'; Description = '1.2.3.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 5f4a7b9d5b8c807c4d19dcfd97669755'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8120-8fc6-262bdc4675b7}'; Description = '1.2.3.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu d33208c79efc9598d5d8b48eef5eb8fd'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bb4-863d-2b63b9da0ba1}'; Description = '__proto__.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 0fcf3dcd6b234d20520b3d0ef15bd7bc'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bb4-863d-2b63b9da0ba1}'; Description = '__proto__.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 7ff77518c1b2a8ed3177da8079dccff8'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bb4-863d-2b63b9da0ba1}'; Description = '__proto__.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 26e7f8604ff5fedbf509b150b7adfb93'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bb4-863d-2b63b9da0ba1}'; Description = '__proto__.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 5ac20f57cb82ea469971f04b9c6e20e3'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b76-8790-dbc921b1d09e}'; Description = 'constructor.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 5b25057ba77ada4b148cfa2a453503b2'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b76-8790-dbc921b1d09e}'; Description = 'constructor.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 6804d7cd1430697995f87dd3034f8425'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b76-8790-dbc921b1d09e}'; Description = 'constructor.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 5b3796e727d2cb93791a7e301ef69aad'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b76-8790-dbc921b1d09e}'; Description = 'constructor.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu cc7a4dcfbe525283c54c833630e0c036'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-81b8-849f-af439238d891}'; Description = 'lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 7a38a91e5b4d1d202a88c7810cc01aa3'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-81b8-849f-af439238d891}'; Description = 'lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 7b49a33b015b6341575b5de31f75400c'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-81b8-849f-af439238d891}'; Description = 'lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu fdf50e0aae9cb9df229de3b6a7bc9da8'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-81b8-849f-af439238d891}'; Description = 'lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 0d3302a23739738603aa085d794b2586'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ca0-8422-879e5946a875}'; Description = 'my_host.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 32ce8f33388aa7242ea62b382bf9ef84'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ca0-8422-879e5946a875}'; Description = 'my_host.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu a760c4fd56bb52bc37062d460cb60d79'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ca0-8422-879e5946a875}'; Description = 'my_host.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 341dd659630a4dfef6c65b9b03140cab'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ca0-8422-879e5946a875}'; Description = 'my_host.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 774cd3f223c844a18073e8089c90a4b7'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83c8-888c-738405f3f6f0}'; Description = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnn...'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu dd36cf6ac9ae112111cae819815ddda9'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83c8-888c-738405f3f6f0}'; Description = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnn...'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 1cb6ef2a2ff2785852a7c8084fb27129'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83c8-888c-738405f3f6f0}'; Description = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnn...'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu aa8060219d0676d9f72d0a8d84a8d0f8'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83c8-888c-738405f3f6f0}'; Description = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnn...'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu a5b7479f619553e8c0af53d0ed8453bf'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8970-8ca6-b73eaf2630a6}'; Description = 'xn--bcher-kva.example: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 78b41f8920b99664e8a724acc4a3660a'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8970-8ca6-b73eaf2630a6}'; Description = 'xn--bcher-kva.example: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 24e2835707d707ec8f1b7270e90290f1'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8970-8ca6-b73eaf2630a6}'; Description = 'xn--bcher-kva.example: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 2079a857ac8d73b204db574f5100902d'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8970-8ca6-b73eaf2630a6}'; Description = 'xn--bcher-kva.example: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
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
