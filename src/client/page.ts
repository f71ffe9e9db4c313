import { startKeyboard } from "./reading/keyboard.ts";
import { startSaving } from "./reading/saving.ts";
import { startSharing } from "./reading/sharing.ts";
import { startTheme } from "./reading/theme.ts";
import { startView } from "./reading/view.ts";
import { markNew } from "./reading/visits.ts";

startTheme();
startView();
startSaving();
startSharing();
startKeyboard();
markNew();
