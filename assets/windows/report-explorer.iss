; The installer for Windows, for Inno Setup 6.3 or newer: iscc assets\windows\report-explorer.iss
; It installs for one user without asking for rights, or for all when started as an administrator.
#define Version "0.1.0"
#define Program "report-explorer.exe"
#define Launcher "report-explorer-launcher.exe"
#define Build "..\..\target\release"

[Setup]
AppId={{6E1C2C0F-6C64-4C0B-9B35-0D2A7E3D5A41}
AppName=Report Explorer
AppVersion={#Version}
AppPublisher=The Report Explorer authors
DefaultDirName={autopf}\Report Explorer
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE-MIT
OutputDir=..\..\target\package
OutputBaseFilename=report-explorer-{#Version}-windows-x86_64
SetupIconFile=..\icons\report-explorer.ico
UninstallDisplayIcon={app}\{#Program}
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=auto

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
; Inno Setup lists this translation as unofficial; put the file beside this one.
#ifexist "ChineseSimplified.isl"
Name: "zh"; MessagesFile: "ChineseSimplified.isl"
#endif

[CustomMessages]
en.FileType=Data of a government work report
en.OpenFiles=Open *.report.ron files with Report Explorer
#ifexist "ChineseSimplified.isl"
zh.FileType=政府工作报告数据
zh.OpenFiles=用“政府工作报告浏览器”打开 *.report.ron 文件
#endif

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "association"; Description: "{cm:OpenFiles}"

[Files]
Source: "{#Build}\{#Program}"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Build}\{#Launcher}"; DestDir: "{app}"; Flags: ignoreversion
Source: "..\..\LICENSE-MIT"; DestDir: "{app}"
Source: "..\..\LICENSE-APACHE"; DestDir: "{app}"
Source: "..\fonts\OFL.txt"; DestDir: "{app}"
Source: "..\..\docs\licences.txt"; DestDir: "{app}"; Flags: skipifsourcedoesntexist

[Icons]
Name: "{autoprograms}\Report Explorer"; Filename: "{app}\{#Launcher}"; IconFilename: "{app}\{#Program}"
Name: "{autodesktop}\Report Explorer"; Filename: "{app}\{#Launcher}"; IconFilename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
; Windows knows a file by what follows the last full stop, so *.ron is named here.
; It is offered under "Open with" and becomes the default only where no other program has taken *.ron.
Root: HKA; Subkey: "Software\Classes\ReportExplorer.Report"; ValueType: string; ValueData: "{cm:FileType}"; Flags: uninsdeletekey; Tasks: association
Root: HKA; Subkey: "Software\Classes\ReportExplorer.Report\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},1"; Tasks: association
Root: HKA; Subkey: "Software\Classes\ReportExplorer.Report\shell\open\command"; ValueType: string; ValueData: """{app}\{#Launcher}"" ""%1"""; Tasks: association
Root: HKA; Subkey: "Software\Classes\.ron\OpenWithProgids"; ValueType: string; ValueName: "ReportExplorer.Report"; ValueData: ""; Flags: uninsdeletevalue; Tasks: association
Root: HKA; Subkey: "Software\Classes\.ron"; ValueType: string; ValueData: "ReportExplorer.Report"; Flags: createvalueifdoesntexist; Tasks: association

[Run]
Filename: "{app}\{#Launcher}"; Description: "{cm:LaunchProgram,Report Explorer}"; Flags: nowait postinstall skipifsilent
