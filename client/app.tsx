import { Navigate, Route, Router, type RouteSectionProps } from "@solidjs/router";
import { createComponent, createResource, ErrorBoundary, Show, type Component } from "solid-js";
import { loadDictionary } from "./i18n/dictionaries.ts";
import { fr } from "./i18n/fr/dictionary.ts";
import { I18nProvider } from "./i18n/I18n.tsx";
import { Crashed } from "./ui/Crashed.tsx";
import { useOwnPagesForListening } from "./stay-listening.ts";
import { NotFoundPage } from "./ui/NotFoundPage.tsx";
import { OfflineBand } from "./ui/OfflineBand.tsx";
import { schoolPages } from "./ui/school-pages.ts";
import { Skeleton } from "./ui/Skeleton.tsx";
import { UpgradeBand } from "./ui/UpgradeBand.tsx";
import { ToastProvider } from "./ui/Toasts.tsx";

/**
 * A page whose script comes when it is opened, or when its link is pointed at. Without `Suspense`: whatever a page asks for later would take the
 * whole page away while it waits, and with it an open dialog and the reader's place.
 */
function page<Name extends string>(load: () => Promise<Record<Name, Component<RouteSectionProps>>>, name: Name) {
  function Page(props: RouteSectionProps) {
    const [script] = createResource(load);
    return (
      <Show when={script()} fallback={<Skeleton lines={4} />}>
        {(found) => createComponent(found()[name], props)}
      </Show>
    );
  }
  return Object.assign(Page, { preload: load });
}

const HomePage = page(() => import("./doors/HomePage.tsx"), "HomePage");
const PupilDoorPage = page(() => import("./doors/PupilDoorPage.tsx"), "PupilDoorPage");
const SetupPage = page(() => import("./admin/SetupPage.tsx"), "SetupPage");
const WelcomePage = page(() => import("./admin/WelcomePage.tsx"), "WelcomePage");
const YearPage = page(() => import("./admin/YearPage.tsx"), "YearPage");
const SettingsPage = page(() => import("./admin/SettingsPage.tsx"), "SettingsPage");
const ClassesPage = page(() => import("./admin/ClassesPage.tsx"), "ClassesPage");
const ImportPage = page(() => import("./admin/ImportPage.tsx"), "ImportPage");
const StaffPage = page(() => import("./admin/StaffPage.tsx"), "StaffPage");
const RegionPage = page(() => import("./admin/RegionPage.tsx"), "RegionPage");
const RegionImportPage = page(() => import("./admin/RegionImportPage.tsx"), "RegionImportPage");
const RegionImpactPage = page(() => import("./admin/RegionImpactPage.tsx"), "RegionImpactPage");
const ImpactPage = page(() => import("./admin/ImpactPage.tsx"), "ImpactPage");
const AccountPage = page(() => import("./account/AccountPage.tsx"), "AccountPage");
const RetentionPage = page(() => import("./admin/RetentionPage.tsx"), "RetentionPage");
const ConsentsPage = page(() => import("./admin/ConsentsPage.tsx"), "ConsentsPage");
const JournalPage = page(() => import("./admin/JournalPage.tsx"), "JournalPage");
const SubscribePage = page(() => import("./listen/SubscribePage.tsx"), "SubscribePage");
const LetterPage = page(() => import("./family/LetterPage.tsx"), "LetterPage");
const FamilyPage = page(() => import("./family/FamilyPage.tsx"), "FamilyPage");
const StaffArea = page(() => import("./StaffArea.tsx"), "StaffArea");
const ShowsPage = page(() => import("./library/ShowsPage.tsx"), "ShowsPage");
const EpisodePage = page(() => import("./library/EpisodePage.tsx"), "EpisodePage");
const RundownPage = page(() => import("./library/RundownPage.tsx"), "RundownPage");
const ClassroomPage = page(() => import("./classroom/ClassroomPage.tsx"), "ClassroomPage");
const FamiliesPage = page(() => import("./classroom/FamiliesPage.tsx"), "FamiliesPage");
const SlipsPage = page(() => import("./classroom/SlipsPage.tsx"), "SlipsPage");
const ConsentFormsPage = page(() => import("./classroom/ConsentFormsPage.tsx"), "ConsentFormsPage");
const ExchangePage = page(() => import("./exchange/ExchangePage.tsx"), "ExchangePage");
const ListenersPage = page(() => import("./classroom/ListenersPage.tsx"), "ListenersPage");
const ChannelSettingsPage = page(() => import("./library/ChannelSettingsPage.tsx"), "ChannelSettingsPage");
const PodcastImportPage = page(() => import("./library/PodcastImportPage.tsx"), "PodcastImportPage");
const ProgressPage = page(() => import("./progress/ProgressPage.tsx"), "ProgressPage");
const CalibrationPage = page(() => import("./calibration/CalibrationPage.tsx"), "CalibrationPage");
const ReportPage = page(() => import("./progress/ReportPage.tsx"), "ReportPage");
const DeskPage = page(() => import("./studio/DeskPage.tsx"), "DeskPage");
const ExerciseSettingsPage = page(() => import("./exercises/ExerciseSettingsPage.tsx"), "ExerciseSettingsPage");
const ExerciseSheetPage = page(() => import("./exercises/ExerciseSheetPage.tsx"), "ExerciseSheetPage");
const TrainingPage = page(() => import("./training/TrainingPage.tsx"), "TrainingPage");
const OurListenersPage = page(() => import("./training/OurListenersPage.tsx"), "OurListenersPage");
const ExercisePage = page(() => import("./training/ExercisePage.tsx"), "ExercisePage");
const PupilPage = page(() => import("./studio/PupilPage.tsx"), "PupilPage");

/** Every page of the station, by its address. Each loads its own script; a listener's stays small. */
export function App() {
  return (
    <I18nProvider words={{ language: "fr", dictionary: fr, load: loadDictionary }}>
      <ToastProvider>
        <Router root={Frame}>
          <Route path="/" component={HomePage} />
          <Route path="/entrer/:code?" component={PupilDoorPage} />
          <Route path="/famille" component={FamilyPage} />
          <Route path="/courrier" component={LetterPage} />
          <Route path="/abonnement" component={SubscribePage} />
          <Route path="/bienvenue" component={WelcomePage} />
          <Route path="/installation" component={SetupPage} />
          <Route component={StaffArea}>
            <Route path="/emissions" component={ShowsPage} />
            <Route path="/emissions/:showId" component={EpisodePage} />
            <Route path="/emissions/:showId/conducteur" component={RundownPage} />
            <Route path="/ecole" component={() => <Navigate href={schoolPages[0].href} />} />
            <Route path="/ecole/classes" component={ClassesPage} />
            <Route path="/ecole/classes/annee" component={YearPage} />
            <Route path="/ecole/classes/import" component={ImportPage} />
            <Route path="/ecole/reglages" component={SettingsPage} />
            <Route path="/ecole/equipe" component={StaffPage} />
            <Route path="/compte" component={AccountPage} />
            <Route path="/region" component={RegionPage} />
            <Route path="/region/import" component={RegionImportPage} />
            <Route path="/region/impact" component={RegionImpactPage} />
            <Route path="/ecole/conservation" component={RetentionPage} />
            <Route path="/ecole/autorisations" component={ConsentsPage} />
            <Route path="/ecole/impact" component={ImpactPage} />
            <Route path="/ecole/journal" component={JournalPage} />
            <Route path="/entrainements" component={ExerciseSettingsPage} />
            <Route path="/entrainements/:exerciseId/feuille" component={ExerciseSheetPage} />
            <Route path="/suivi" component={ProgressPage} />
            <Route path="/suivi/etalonnage" component={CalibrationPage} />
            <Route path="/suivi/bilan/:pupilId" component={ReportPage} />
            <Route path="/classe" component={ClassroomPage} />
            <Route path="/classe/familles" component={FamiliesPage} />
            <Route path="/classe/echange" component={ExchangePage} />
            <Route path="/classe/auditeurs" component={ListenersPage} />
            <Route path="/classe/familles/feuillets" component={SlipsPage} />
            <Route path="/classe/autorisations" component={ConsentFormsPage} />
            <Route path="/chaine/reprise" component={PodcastImportPage} />
            <Route path={["/chaine", "/chaine/gestion"]} component={ChannelSettingsPage} />
          </Route>
          <Route path="/regie/:showId" component={DeskPage} />
          <Route path="/studio/:showId" component={PupilPage} />
          <Route path="/auditeurs" component={OurListenersPage} />
          <Route path="/entrainement" component={TrainingPage} />
          <Route path="/entrainement/:exerciseId" component={ExercisePage} />
          <Route path="*" component={NotFoundPage} />
        </Router>
      </ToastProvider>
    </I18nProvider>
  );
}

function Frame(props: RouteSectionProps) {
  useOwnPagesForListening();
  return (
    <>
      <OfflineBand />
      <UpgradeBand />
      <ErrorBoundary fallback={(thrown: unknown) => <Crashed thrown={thrown} />}>{props.children}</ErrorBoundary>
    </>
  );
}
