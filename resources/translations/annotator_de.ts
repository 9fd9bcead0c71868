<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Article</source>
        <translation>A&amp;rtikel</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>A&amp;nnotate</source>
        <translation>A&amp;uszeichnen</translation>
    </message>
    <message>
        <source>About Annotator</source>
        <translation>Über Annotator</translation>
    </message>
    <message>
        <source>Accept all boilerplate</source>
        <translation>Alles Beiwerk übernehmen</translation>
    </message>
    <message>
        <source>Accept as gold, or go on</source>
        <translation>Als Gold annehmen oder weiter</translation>
    </message>
    <message>
        <source>Add the selection to the annotation</source>
        <translation>Auswahl zur Annotation hinzufügen</translation>
    </message>
    <message>
        <source>All answers in one column</source>
        <translation>Alle Antworten in einer Spalte</translation>
    </message>
    <message>
        <source>Allow deciding by the page</source>
        <translation>Seitenweises Entscheiden erlauben</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Auszeichnen</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Article details…</source>
        <translation>Angaben zum Artikel…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Change a label</source>
        <translation>Label ändern</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Befehlspalette…</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Kommentar…</translation>
    </message>
    <message>
        <source>Copy words</source>
        <translation>Wörter kopieren</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Berichtigen…</translation>
    </message>
    <message>
        <source>Cut the selection out of the annotation</source>
        <translation>Auswahl aus der Annotation herausnehmen</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Decide by the page</source>
        <translation>Seitenweise entscheiden</translation>
    </message>
    <message>
        <source>Done, open the next</source>
        <translation>Fertig, nächsten öffnen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>End one character earlier</source>
        <translation>Ende ein Zeichen früher</translation>
    </message>
    <message>
        <source>End one character later</source>
        <translation>Ende ein Zeichen später</translation>
    </message>
    <message>
        <source>End one word earlier</source>
        <translation>Ende ein Wort früher</translation>
    </message>
    <message>
        <source>End one word later</source>
        <translation>Ende ein Wort später</translation>
    </message>
    <message>
        <source>Entities…</source>
        <translation>Entitäten…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Extend back by a character</source>
        <translation>Rückwärts um ein Zeichen erweitern</translation>
    </message>
    <message>
        <source>Extend by a character</source>
        <translation>Um ein Zeichen erweitern</translation>
    </message>
    <message>
        <source>Extend to the next word</source>
        <translation>Bis zum nächsten Wort erweitern</translation>
    </message>
    <message>
        <source>Extend to the word before</source>
        <translation>Bis zum Wort davor erweitern</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>Im Artikel suchen…</translation>
    </message>
    <message>
        <source>Find suggestions</source>
        <translation>Vorschläge suchen</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Flag the article…</source>
        <translation>Rückfrage zum Artikel…</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>Flag…</source>
        <translation>Rückfrage…</translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>Lesemodus</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Give a reason…</source>
        <translation>Grund angeben…</translation>
    </message>
    <message>
        <source>Go to article…</source>
        <translation>Zu einem Artikel gehen…</translation>
    </message>
    <message>
        <source>Go to the difference before</source>
        <translation>Zur Abweichung davor</translation>
    </message>
    <message>
        <source>Go to the next difference</source>
        <translation>Zur nächsten Abweichung</translation>
    </message>
    <message>
        <source>Guideline of the label</source>
        <translation>Richtlinie des Labels</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Hide markup</source>
        <translation>Formatzeichen verbergen</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>Namen verbergen</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Artikel importieren…</translation>
    </message>
    <message>
        <source>Keep as decided</source>
        <translation>So lassen, wie entschieden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Label all occurrences…</source>
        <translation>Alle Vorkommen auszeichnen…</translation>
    </message>
    <message>
        <source>Labels and inspector</source>
        <translation>Labels und Details</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Link and remark</source>
        <translation>Verknüpfen und anmerken</translation>
    </message>
    <message>
        <source>Link to another article…</source>
        <translation>Mit einem anderen Artikel verknüpfen…</translation>
    </message>
    <message>
        <source>Link to…</source>
        <translation>Verknüpfen mit…</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Move by sentence</source>
        <translation>Nach Sätzen bewegen</translation>
    </message>
    <message>
        <source>Neither, or reject</source>
        <translation>Keines, oder ablehnen</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Next claim without a source</source>
        <translation>Nächste Aussage ohne Quelle</translation>
    </message>
    <message>
        <source>Next disagreement</source>
        <translation>Nächste Uneinigkeit</translation>
    </message>
    <message>
        <source>Next flag</source>
        <translation>Nächste Rückfrage</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Nächster Satz</translation>
    </message>
    <message>
        <source>Next suggestion, or claim without a source</source>
        <translation>Nächster Vorschlag oder Aussage ohne Quelle</translation>
    </message>
    <message>
        <source>Next target of a rating</source>
        <translation>Nächstes Ziel einer Wertung</translation>
    </message>
    <message>
        <source>Next undecided sentence</source>
        <translation>Nächster unentschiedener Satz</translation>
    </message>
    <message>
        <source>No source: implicit</source>
        <translation>Ohne Quelle: nicht genannt, aber gemeint</translation>
    </message>
    <message>
        <source>No source: the outlet itself</source>
        <translation>Ohne Quelle: das Medium selbst</translation>
    </message>
    <message>
        <source>No source: unnamed</source>
        <translation>Ohne Quelle: anonym</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>Doch nicht fertig</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Passages like this</source>
        <translation>Fundstellen wie diese</translation>
    </message>
    <message>
        <source>People and work…</source>
        <translation>Personen und Arbeit…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>Voriger Satz</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Artikelliste</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reject the suggestion</source>
        <translation>Vorschlag ablehnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Reopen gold</source>
        <translation>Gold wieder öffnen</translation>
    </message>
    <message>
        <source>Repeat the last label</source>
        <translation>Letztes Label wiederholen</translation>
    </message>
    <message>
        <source>Reported via…</source>
        <translation>Berichtet über…</translation>
    </message>
    <message>
        <source>Reprints and versions</source>
        <translation>Nachdrucke und Fassungen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Save the search…</source>
        <translation>Suche speichern…</translation>
    </message>
    <message>
        <source>Search all articles…</source>
        <translation>In allen Artikeln suchen…</translation>
    </message>
    <message>
        <source>Select one sentence back</source>
        <translation>Einen Satz zurück auswählen</translation>
    </message>
    <message>
        <source>Select one sentence more</source>
        <translation>Einen Satz mehr auswählen</translation>
    </message>
    <message>
        <source>Select the character before</source>
        <translation>Zeichen davor auswählen</translation>
    </message>
    <message>
        <source>Select the next annotation</source>
        <translation>Nächste Annotation auswählen</translation>
    </message>
    <message>
        <source>Select the next character</source>
        <translation>Nächstes Zeichen auswählen</translation>
    </message>
    <message>
        <source>Select the next word</source>
        <translation>Nächstes Wort auswählen</translation>
    </message>
    <message>
        <source>Select the word before</source>
        <translation>Wort davor auswählen</translation>
    </message>
    <message>
        <source>Select words</source>
        <translation>Wörter auswählen</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Zurückgeben…</translation>
    </message>
    <message>
        <source>Sentiment grid</source>
        <translation>Stimmungsraster</translation>
    </message>
    <message>
        <source>Set attributes, or confirm</source>
        <translation>Merkmale setzen oder bestätigen</translation>
    </message>
    <message>
        <source>Settle a difference</source>
        <translation>Abweichung klären</translation>
    </message>
    <message>
        <source>Show the original…</source>
        <translation>Original zeigen…</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Start one character earlier</source>
        <translation>Anfang ein Zeichen früher</translation>
    </message>
    <message>
        <source>Start one character later</source>
        <translation>Anfang ein Zeichen später</translation>
    </message>
    <message>
        <source>Start one word earlier</source>
        <translation>Anfang ein Wort früher</translation>
    </message>
    <message>
        <source>Start one word later</source>
        <translation>Anfang ein Wort später</translation>
    </message>
    <message>
        <source>Sticky label</source>
        <translation>Label festhalten</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>Import anhalten</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Take back the last import</source>
        <translation>Letzten Import zurücknehmen</translation>
    </message>
    <message>
        <source>Take left, or accept</source>
        <translation>Links nehmen, oder annehmen</translation>
    </message>
    <message>
        <source>Take right</source>
        <translation>Rechts nehmen</translation>
    </message>
    <message>
        <source>Take the majority</source>
        <translation>Mehrheit nehmen</translation>
    </message>
    <message>
        <source>The article measures agreement</source>
        <translation>Der Artikel misst die Übereinstimmung</translation>
    </message>
    <message>
        <source>The same source as before</source>
        <translation>Dieselbe Quelle wie zuvor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Textgröße</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>What became of my labels</source>
        <translation>Was aus meinen Labels wurde</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Wer es sagt</translation>
    </message>
</context>
<context>
    <name>AgreedLabel</name>
    <message>
        <source>Krippendorff’s α: each character inside {} or not. {}</source>
        <translation>Krippendorffs α: jedes Zeichen innerhalb von {} oder nicht. {}</translation>
    </message>
</context>
<context>
    <name>AgreementCharts</name>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Agreement step by step</source>
        <translation>Übereinstimmung Schritt für Schritt</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Each step asks what the one before leaves open. Lines hold 95 of 100 draws of articles. Figures with ! rest on fewer than 30.</source>
        <translation>Jeder Schritt fragt, was der vorige offen lässt. Die Striche umfassen 95 von 100 Ziehungen von Artikeln. Werte mit ! beruhen auf weniger als 30.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Krippendorff’s α of each character in or out, nominal: {}. {}</source>
        <translation>Krippendorffs α jedes Zeichens innen oder außen, nominal: {}. {}</translation>
    </message>
    <message>
        <source>Label of the agreement</source>
        <translation>Label der Übereinstimmung</translation>
    </message>
    <message>
        <source>Label of the figures</source>
        <translation>Label der Werte</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Nobody marked anything of this.</source>
        <translation>Niemand hat davon etwas markiert.</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Who is compared</source>
        <translation>Wer verglichen wird</translation>
    </message>
    <message>
        <source>Whose agreement is told</source>
        <translation>Wessen Übereinstimmung gezeigt wird</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>alle Labels</translation>
    </message>
    <message>
        <source>marked by neither</source>
        <translation>von beiden nicht markiert</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>no overlap</source>
        <translation>keine Überschneidung</translation>
    </message>
    <message>
        <source>{} (rows) against {} (columns): {} cases, {} named alike</source>
        <translation>{} (Zeilen) gegen {} (Spalten): {} Fälle, {} gleich benannt</translation>
    </message>
    <message>
        <source>{} labels so far. Agreement needs an article finished by two people.</source>
        <translation>{} Labels bisher. Für die Übereinstimmung müssen zwei einen Artikel fertigstellen.</translation>
    </message>
    <message>
        <source>{} with themselves</source>
        <translation>{} mit sich selbst</translation>
    </message>
</context>
<context>
    <name>Aiming</name>
    <message>
        <source>Names in this sentence: {}.</source>
        <translation>Namen in diesem Satz: {}.</translation>
    </message>
    <message>
        <source>No name in this sentence. Select the words that are judged.</source>
        <translation>Kein Name in diesem Satz. Die gewerteten Wörter auswählen.</translation>
    </message>
    <message>
        <source>{} of {}: {}</source>
        <translation>{} von {}: {}</translation>
    </message>
</context>
<context>
    <name>AnnotateScreen</name>
    <message>
        <source>Nothing is selected. E selects an annotation of the sentence.</source>
        <translation>Nichts ist ausgewählt. E wählt eine Annotation des Satzes aus.</translation>
    </message>
    <message>
        <source>This label has nothing to set.</source>
        <translation>Bei diesem Label gibt es nichts zu setzen.</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>Selected: {words}</source>
        <translation>Ausgewählt: {words}</translation>
    </message>
    <message>
        <source>Sentence {number} of {count}.</source>
        <translation>Satz {number} von {count}.</translation>
    </message>
    <message>
        <source>{label}.</source>
        <translation>{label}.</translation>
    </message>
    <message>
        <source>{label}: {words}.</source>
        <translation>{label}: {words}.</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Nicht angesehen</translation>
    </message>
    <message>
        <source>Nothing marked here</source>
        <translation>Hier ist nichts markiert</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>nicht zu entscheiden</translation>
    </message>
    <message>
        <source>no attitude expressed</source>
        <translation>keine Haltung ausgedrückt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>All articles are done. Export with Ctrl+E.</source>
        <translation>Alle Artikel sind fertig. Export mit Strg+E.</translation>
    </message>
    <message>
        <source>All your articles are done. Ctrl+6 shows what editors decide.</source>
        <translation>Alle Artikel sind fertig. Strg+6 zeigt, was die Redaktion entscheidet.</translation>
    </message>
    <message>
        <source>Done. The list of articles is still being read.</source>
        <translation>Fertig. Die Liste der Artikel wird noch gelesen.</translation>
    </message>
    <message>
        <source>Done: “{}” · Z takes it back</source>
        <translation>Fertig: „{}“ · Z nimmt es zurück</translation>
    </message>
    <message>
        <source>The filtered ones are done. Ctrl+P, then Esc shows the others.</source>
        <translation>Die gefilterten sind fertig. Strg+P, dann Esc zeigt die übrigen.</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>No article is open.
Drop text, web pages, Word, CSV or JSONL files here, or press Ctrl+I.</source>
        <translation>Kein Artikel ist geöffnet.
Text-, Web-, Word-, CSV- oder JSONL-Dateien hierher ziehen oder Strg+I drücken.</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>required, not set</source>
        <translation>Pflicht, nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>Attribution</name>
    <message>
        <source>Cue suggestion: {}, S to accept</source>
        <translation>Vorgeschlagenes Hinweiswort: {}, S übernimmt</translation>
    </message>
    <message>
        <source>Cue: {} · Z takes it back</source>
        <translation>Hinweiswort: {} · Z nimmt es zurück</translation>
    </message>
    <message>
        <source>Every claim and quote here has a source, or a word about it.</source>
        <translation>Jede Aussage und jedes Zitat hat hier eine Quelle oder eine Angabe dazu.</translation>
    </message>
    <message>
        <source>No further suggestion. Select the source and press S.</source>
        <translation>Kein weiterer Vorschlag. Quelle auswählen und S drücken.</translation>
    </message>
    <message>
        <source>Nothing is suggested here. N goes to the next open claim.</source>
        <translation>Hier wird nichts vorgeschlagen. N geht zur nächsten offenen Aussage.</translation>
    </message>
    <message>
        <source>Source suggestion: {}, S to accept</source>
        <translation>Vorgeschlagene Quelle: {}, S übernimmt</translation>
    </message>
    <message>
        <source>Source: {} · S takes the next instead</source>
        <translation>Quelle: {} · S nimmt stattdessen die nächste</translation>
    </message>
    <message>
        <source>Source: {} · Z takes it back</source>
        <translation>Quelle: {} · Z nimmt es zurück</translation>
    </message>
    <message>
        <source>There is no other suggestion. Z takes this one back.</source>
        <translation>Es gibt keinen anderen Vorschlag. Z nimmt diesen zurück.</translation>
    </message>
    <message>
        <source>{}? S takes it, X shows the next</source>
        <translation>{}? S übernimmt, X zeigt den nächsten</translation>
    </message>
</context>
<context>
    <name>CaseFinder</name>
    <message>
        <source>1 case</source>
        <translation>1 Fall</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles with {} claims</source>
        <translation>Artikel mit {} Aussagen</translation>
    </message>
    <message>
        <source>Articles with {} claims or more</source>
        <translation>Artikel mit {} oder mehr Aussagen</translation>
    </message>
    <message>
        <source>Finished on {}</source>
        <translation>Fertig am {}</translation>
    </message>
    <message>
        <source>No cases.</source>
        <translation>Keine Fälle.</translation>
    </message>
    <message>
        <source>The first {} cases</source>
        <translation>Die ersten {} Fälle</translation>
    </message>
    <message>
        <source>The first {} of {} cases</source>
        <translation>Die ersten {} von {} Fällen</translation>
    </message>
    <message>
        <source>Where {} differ</source>
        <translation>Wo {} abweichen</translation>
    </message>
    <message>
        <source>{} against {}</source>
        <translation>{} gegen {}</translation>
    </message>
    <message>
        <source>{} cases</source>
        <translation>{} Fälle</translation>
    </message>
    <message>
        <source>{} of {} are hidden: you have not finished their articles yet.</source>
        <translation>{} von {} sind verborgen: Ihre Artikel sind selbst noch nicht fertig.</translation>
    </message>
</context>
<context>
    <name>CasesPane</name>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Close the cases</source>
        <translation>Fälle schließen</translation>
    </message>
    <message>
        <source>Looking for them…</source>
        <translation>Sie werden gesucht…</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy picture: {}</source>
        <translation>Bild kopieren: {}</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>Als Diagramm zeigen</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show as table: {}</source>
        <translation>Als Tabelle zeigen: {}</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>; {} without a value</source>
        <translation>; {} ohne Wert</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Annotations by how many characters they reach over</source>
        <translation>Annotationen nach der Zahl ihrer Zeichen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Balance of values</source>
        <translation>Verteilung der Werte</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>Claims per article</source>
        <translation>Aussagen je Artikel</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Articles finished by somebody, cumulative: {} of {} · days in {}</source>
        <translation>Von jemandem fertiggestellte Artikel, aufsummiert: {} von {} · Tage in {}</translation>
    </message>
    <message>
        <source>Differences settled</source>
        <translation>Entschiedene Unterschiede</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Lengths of spans</source>
        <translation>Längen der Stellen</translation>
    </message>
    <message>
        <source>Most often: {}, {} ({})</source>
        <translation>Am häufigsten: {}, {} ({})</translation>
    </message>
    <message>
        <source>No annotation has a value of this attribute yet.</source>
        <translation>Noch hat keine Annotation einen Wert dieses Merkmals.</translation>
    </message>
    <message>
        <source>No article is finished yet.</source>
        <translation>Noch ist kein Artikel fertig.</translation>
    </message>
    <message>
        <source>No difference has been settled in the review yet.</source>
        <translation>In der Prüfung ist noch kein Unterschied entschieden.</translation>
    </message>
    <message>
        <source>No sources are labelled yet.</source>
        <translation>Noch ist keine Quelle ausgezeichnet.</translation>
    </message>
    <message>
        <source>No suggestion has been accepted or rejected yet.</source>
        <translation>Noch ist kein Vorschlag übernommen oder abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing is labelled yet.</source>
        <translation>Noch ist nichts ausgezeichnet.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Of those decided: {}</source>
        <translation>Von den entschiedenen: {}</translation>
    </message>
    <message>
        <source>Only one value occurs</source>
        <translation>Nur ein Wert kommt vor</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Suggestions accepted</source>
        <translation>Übernommene Vorschläge</translation>
    </message>
    <message>
        <source>The most frequent value is {:.1f} times the rarest that occurs</source>
        <translation>Der häufigste Wert kommt {:.1f}-mal so oft vor wie der seltenste</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>by the page</source>
        <translation>seitenweise</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>{:.0%} of {}</source>
        <translation>{:.0%} von {}</translation>
    </message>
    <message>
        <source>{} different; the three named most give {} of all mentions</source>
        <translation>{} verschiedene; die drei meistgenannten geben {} aller Nennungen</translation>
    </message>
    <message>
        <source>{} or more</source>
        <translation>{} oder mehr</translation>
    </message>
    <message>
        <source>{}, {} characters: {}</source>
        <translation>{}, {} Zeichen: {}</translation>
    </message>
    <message>
        <source>{}: {:.1f} in the mean of {} finished readings</source>
        <translation>{}: {:.1f} im Mittel aus {} fertigen Durchgängen</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Choose an article</source>
        <translation>Einen Artikel wählen</translation>
    </message>
    <message>
        <source>Looking for articles …</source>
        <translation>Artikel werden gesucht …</translation>
    </message>
    <message>
        <source>No other article is similar. Search for one above.</source>
        <translation>Kein anderer Artikel ist ähnlich. Oben lässt sich einer suchen.</translation>
    </message>
    <message>
        <source>Nothing in other articles matches. Try fewer words.</source>
        <translation>In anderen Artikeln passt nichts. Weniger Wörter versuchen.</translation>
    </message>
    <message>
        <source>Other words, or label:claim, outlet:post …</source>
        <translation>Andere Wörter oder label:claim, outlet:post …</translation>
    </message>
    <message>
        <source>Search for another article</source>
        <translation>Nach einem anderen Artikel suchen</translation>
    </message>
    <message>
        <source>Similar articles · Enter opens one beside</source>
        <translation>Ähnliche Artikel · Eingabe öffnet einen daneben</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Open question</source>
        <translation>Offene Frage</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
</context>
<context>
    <name>ColumnsForm</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Values of {}</source>
        <translation>Werte von {}</translation>
    </message>
    <message>
        <source>What the column {} is</source>
        <translation>Was die Spalte {} ist</translation>
    </message>
    <message>
        <source>What the values of this column mean</source>
        <translation>Was die Werte dieser Spalte bedeuten</translation>
    </message>
    <message>
        <source>What {} means</source>
        <translation>Was {} bedeutet</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>Auszeichnung</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>id of the article</source>
        <translation>Kennung des Artikels</translation>
    </message>
    <message>
        <source>kept beside</source>
        <translation>bleibt daneben</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>label begins at</source>
        <translation>Label beginnt bei</translation>
    </message>
    <message>
        <source>label ends at</source>
        <translation>Label endet bei</translation>
    </message>
    <message>
        <source>labelled words</source>
        <translation>Worte des Labels</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Enter runs · Esc closes     &gt; commands   @ articles   # labels</source>
        <translation>Eingabe führt aus · Esc schließt     &gt; Befehle   @ Artikel   # Labels</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Name of a command, a label or an article</source>
        <translation>Name eines Befehls, Labels oder Artikels</translation>
    </message>
    <message>
        <source>Nothing here is called “{}”.</source>
        <translation>Hier heißt nichts „{}“.</translation>
    </message>
    <message>
        <source>Type a command, a label or an article</source>
        <translation>Befehl, Label oder Artikel eingeben</translation>
    </message>
</context>
<context>
    <name>CompareScreen</name>
    <message>
        <source>First article</source>
        <translation>Erster Artikel</translation>
    </message>
    <message>
        <source>J/K move · E picks · Enter links · Del unlinks · F6 other side · Esc back</source>
        <translation>J/K bewegen · E wählt · Eingabe verknüpft · Entf trennt · F6 andere Seite · Esc zurück</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>Nothing here can be linked. A label key labels the sentence.</source>
        <translation>Hier lässt sich nichts verknüpfen. Eine Label-Taste zeichnet den Satz aus.</translation>
    </message>
    <message>
        <source>Nothing picked · E</source>
        <translation>Nichts gewählt · E</translation>
    </message>
    <message>
        <source>Second article</source>
        <translation>Zweiter Artikel</translation>
    </message>
    <message>
        <source>Two articles</source>
        <translation>Zwei Artikel</translation>
    </message>
    <message>
        <source>not linked · Enter</source>
        <translation>nicht verknüpft · Eingabe</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed: its cause is gone</source>
        <translation>Geschlossen: Der Anlass ist fort</translation>
    </message>
    <message>
        <source>Closed: no flag needed</source>
        <translation>Geschlossen: keine Rückfrage nötig</translation>
    </message>
    <message>
        <source>Closed: settled</source>
        <translation>Geschlossen: geklärt</translation>
    </message>
    <message>
        <source>Dismissed: {}</source>
        <translation>Verworfen: {}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Stop: open</source>
        <translation>Halt: offen</translation>
    </message>
    <message>
        <source>raised by a rule</source>
        <translation>von einer Regel gestellt</translation>
    </message>
    <message>
        <source>raised by {}</source>
        <translation>gestellt von {}</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>A search needs a name of visible characters, at most {}. It was not saved. Write another name.</source>
        <translation>Eine Suche braucht einen Namen aus sichtbaren Zeichen, höchstens {}. Sie wurde nicht gespeichert. Einen anderen Namen schreiben.</translation>
    </message>
    <message>
        <source>A source is linked to it. Nothing was changed. Remove that link first: ✕ beside it.</source>
        <translation>Eine Quelle ist damit verknüpft. Nichts wurde geändert. Zuerst diese Verknüpfung entfernen: ✕ daneben.</translation>
    </message>
    <message>
        <source>A {} cannot overlap a {}. Nothing was changed. Choose words beside it.</source>
        <translation>{} und {} dürfen sich nicht überschneiden. Nichts wurde geändert. Wörter daneben wählen.</translation>
    </message>
    <message>
        <source>Add {}</source>
        <translation>{} hinzufügen</translation>
    </message>
    <message>
        <source>All of these words are labelled already. Nothing was changed.</source>
        <translation>Alle diese Wörter sind schon ausgezeichnet. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>An annotation cannot be linked with itself. Choose another one.</source>
        <translation>Eine Annotation lässt sich nicht mit sich selbst verknüpfen. Eine andere wählen.</translation>
    </message>
    <message>
        <source>An attitude is shown towards somebody. Choose another cell.</source>
        <translation>Eine Haltung gilt jemandem. Eine andere Zelle wählen.</translation>
    </message>
    <message>
        <source>Cannot write to {} ({}). Nothing was exported. Choose another folder.</source>
        <translation>In {} kann nicht geschrieben werden ({}). Nichts wurde exportiert. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Change to {}</source>
        <translation>In {} ändern</translation>
    </message>
    <message>
        <source>Choose {}</source>
        <translation>{} wählen</translation>
    </message>
    <message>
        <source>Clear cell</source>
        <translation>Zelle leeren</translation>
    </message>
    <message>
        <source>Comment on {}</source>
        <translation>Kommentar zu {}</translation>
    </message>
    <message>
        <source>Every mention of “{}” is labelled as a sentiment already. Nothing was changed. Select the words that show the attitude in the article and label those.</source>
        <translation>Jede Nennung von „{}“ ist schon als Stimmung ausgezeichnet. Nichts wurde geändert. Die Wörter auswählen, die die Haltung zeigen, und diese auszeichnen.</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>Forget what names and columns mean</source>
        <translation>Bedeutung von Namen und Spalten vergessen</translation>
    </message>
    <message>
        <source>Label as {}</source>
        <translation>Als {} auszeichnen</translation>
    </message>
    <message>
        <source>Link: {}</source>
        <translation>Verknüpfung: {}</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Merge {} into {}</source>
        <translation>{} mit {} vereinen</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing of the annotation would be left. It was not changed. Delete removes it.</source>
        <translation>Von der Annotation bliebe nichts übrig. Sie wurde nicht geändert. Entf entfernt sie.</translation>
    </message>
    <message>
        <source>Part of the project cannot be read: {}. Nothing was changed. Open a backup of the project instead.</source>
        <translation>Ein Teil des Projekts ist nicht lesbar: {}. Nichts wurde geändert. Stattdessen eine Sicherung des Projekts öffnen.</translation>
    </message>
    <message>
        <source>Part of {} cannot be read: it names no device. Nothing was changed. Open a backup of the project instead.</source>
        <translation>Ein Teil von {} ist nicht lesbar: Es wird kein Gerät genannt. Nichts wurde geändert. Stattdessen eine Sicherung des Projekts öffnen.</translation>
    </message>
    <message>
        <source>Part of {} cannot be read: it names no scheme. Nothing was changed. Open a backup of the project instead.</source>
        <translation>Ein Teil von {} ist nicht lesbar: Es wird kein Schema genannt. Nichts wurde geändert. Stattdessen eine Sicherung des Projekts öffnen.</translation>
    </message>
    <message>
        <source>Part of {} cannot be read: its scheme is damaged. Nothing was changed. Open a backup of the project instead.</source>
        <translation>Ein Teil von {} ist nicht lesbar: Das Schema ist beschädigt. Nichts wurde geändert. Stattdessen eine Sicherung des Projekts öffnen.</translation>
    </message>
    <message>
        <source>Part of {} cannot be read: {}. Nothing was changed. Open a backup of the project instead.</source>
        <translation>Ein Teil von {} ist nicht lesbar: {}. Nichts wurde geändert. Stattdessen eine Sicherung des Projekts öffnen.</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>Rückfrage entfernen</translation>
    </message>
    <message>
        <source>Remove link: {}</source>
        <translation>Verknüpfung entfernen: {}</translation>
    </message>
    <message>
        <source>Remove the search “{}”</source>
        <translation>Suche „{}“ entfernen</translation>
    </message>
    <message>
        <source>Remove {}</source>
        <translation>{} entfernen</translation>
    </message>
    <message>
        <source>Rename entity</source>
        <translation>Entität umbenennen</translation>
    </message>
    <message>
        <source>Row: none expressed</source>
        <translation>Zeile: keine Haltung</translation>
    </message>
    <message>
        <source>Save the search “{}”</source>
        <translation>Suche „{}“ speichern</translation>
    </message>
    <message>
        <source>Set aliases</source>
        <translation>Andere Namen setzen</translation>
    </message>
    <message>
        <source>Set {}</source>
        <translation>{} setzen</translation>
    </message>
    <message>
        <source>Someone changed this since. Nothing was written. Look at it as it stands now and try again.</source>
        <translation>Jemand hat das inzwischen geändert. Es wurde nichts geschrieben. Sehen Sie nach, wie es jetzt ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Something that this belongs to is no longer there. Nothing was written. Look at it as it stands now and try again.</source>
        <translation>Etwas, wozu das gehört, ist nicht mehr da. Es wurde nichts geschrieben. Sehen Sie nach, wie es jetzt ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The export was stopped. Nothing was written.</source>
        <translation>Der Export wurde angehalten. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The file read back is not the one written. Nothing was exported. Check the disk and try again.</source>
        <translation>Die zurückgelesene Datei ist nicht die geschriebene. Nichts wurde exportiert. Den Datenträger prüfen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The journal contradicts itself: {}. Nothing was changed. Open a backup of the project instead.</source>
        <translation>Das Protokoll widerspricht sich: {}. Nichts wurde geändert. Stattdessen eine Sicherung des Projekts öffnen.</translation>
    </message>
    <message>
        <source>The map {} cannot be read ({}). Nothing was imported. Look at its name.</source>
        <translation>Die Zuordnung {} ist nicht lesbar ({}). Nichts wurde importiert. Den Namen prüfen.</translation>
    </message>
    <message>
        <source>The map {} cannot be used: {}. {}</source>
        <translation>Die Zuordnung {} lässt sich nicht verwenden: {}. {}</translation>
    </message>
    <message>
        <source>The map {} is no table of settings. {}</source>
        <translation>Die Zuordnung {} ist keine Tabelle von Einstellungen. {}</translation>
    </message>
    <message>
        <source>The map {} is not valid {}: {}. {}</source>
        <translation>Die Zuordnung {} ist kein gültiges {}: {}. {}</translation>
    </message>
    <message>
        <source>The map {} is too big to be one. {}</source>
        <translation>Die Zuordnung {} ist dafür zu groß. {}</translation>
    </message>
    <message>
        <source>The name has bytes that are no text, and the manifest could not tell it. Nothing was written. Choose another name.</source>
        <translation>Der Name enthält Bytes, die kein Text sind; das Manifest könnte ihn nicht nennen. Nichts wurde geschrieben. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The project refuses this change: {}. Nothing was written.</source>
        <translation>Das Projekt lehnt diese Änderung ab: {}. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The scheme has no label “{}”. It has {}.</source>
        <translation>Das Schema hat kein Label „{}“. Es hat {}.</translation>
    </message>
    <message>
        <source>The scheme has no polarity “{}”. Nothing was changed.</source>
        <translation>Das Schema hat keine Wertung „{}“. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The scheme has no relation “{}”. Nothing was changed.</source>
        <translation>Das Schema hat keine Beziehung „{}“. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The scheme has no {} “{}” for articles. Nothing was changed.</source>
        <translation>Das Schema hat kein {} „{}“ für Artikel. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The scheme of this project has no word for what has no source. Nothing was changed. A flag (F) or a comment (M) can say it.</source>
        <translation>Das Schema dieses Projekts hat kein Wort für etwas ohne Quelle. Nichts wurde geändert. Eine Rückfrage (F) oder ein Kommentar (M) kann es festhalten.</translation>
    </message>
    <message>
        <source>The search has {} parts. Nothing was searched. Use at most {}.</source>
        <translation>Die Suche hat {} Teile. Nichts wurde gesucht. Höchstens {} verwenden.</translation>
    </message>
    <message>
        <source>The search holds U+{}, which is in no text. Nothing was searched. Leave the character out.</source>
        <translation>Die Suche enthält U+{}, das in keinem Text steht. Nichts wurde gesucht. Das Zeichen weglassen.</translation>
    </message>
    <message>
        <source>The search is empty. It was not saved. Write what to look for first.</source>
        <translation>Die Suche ist leer. Sie wurde nicht gespeichert. Zuerst schreiben, was gesucht wird.</translation>
    </message>
    <message>
        <source>The text holds {} in line {}, character {} (offset {}). Nothing was stored. Remove it from the text, or choose another encoding, and try again.</source>
        <translation>Der Text enthält {} in Zeile {}, Zeichen {} (Stelle {}). Nichts wurde gespeichert. Es aus dem Text entfernen oder eine andere Kodierung wählen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is a search “{}” already. Nothing was changed. Write another name, or remove that search first.</source>
        <translation>Eine Suche „{}“ gibt es schon. Nichts wurde geändert. Einen anderen Namen schreiben oder zuerst jene Suche entfernen.</translation>
    </message>
    <message>
        <source>There is no article “{}” in {}. List them with: annotator articles {}</source>
        <translation>In {1} gibt es keinen Artikel „{0}“. Auflisten mit: annotator articles {2}</translation>
    </message>
    <message>
        <source>There is no field “{}:”. Nothing was searched. Known are {} To look for the words themselves, put them in quotation marks.</source>
        <translation>Ein Feld „{}:“ gibt es nicht. Nichts wurde gesucht. Bekannt sind {} Wörter selbst werden in Anführungszeichen gesucht.</translation>
    </message>
    <message>
        <source>There is no folder {}. Nothing was made. Make the folder first.</source>
        <translation>Den Ordner {} gibt es nicht. Nichts wurde angelegt. Zuerst den Ordner anlegen.</translation>
    </message>
    <message>
        <source>There is no folder {}. Nothing was written. Make it first.</source>
        <translation>Den Ordner {} gibt es nicht. Nichts wurde geschrieben. Ihn zuerst anlegen.</translation>
    </message>
    <message>
        <source>There is no format {}. Nothing was done. Choose one of: {}.</source>
        <translation>Ein Format {} gibt es nicht. Nichts wurde getan. Eines davon wählen: {}.</translation>
    </message>
    <message>
        <source>There is no import “{}” of which anything is left. Nothing was changed. List them with: annotator imports {}</source>
        <translation>Einen Import „{}“, von dem noch etwas da ist, gibt es nicht. Nichts wurde geändert. Auflisten mit: annotator imports {}</translation>
    </message>
    <message>
        <source>A name is given twice. Nothing was measured. Name different people.</source>
        <translation>Ein Name steht zweimal da. Nichts wurde gemessen. Verschiedene Personen nennen.</translation>
    </message>
    <message>
        <source>A dataset is proved before it appears, so it does not go to standard output. Nothing was written. Choose a file, such as labels.jsonl, or a folder.</source>
        <translation>Ein Datensatz wird geprüft, bevor er erscheint, und geht daher nicht auf die Standardausgabe. Nichts wurde geschrieben. Eine Datei wählen, etwa labels.jsonl, oder einen Ordner.</translation>
    </message>
    <message>
        <source>A date stays as it is written, {}: it can be read in more than one way, or in none, and does not sort. 2026-03-01 would.</source>
        <translation>Ein Datum bleibt, wie es geschrieben ist, {}: Es lässt sich auf mehr als eine Weise lesen oder gar nicht und wird nicht sortiert. 2026-03-01 ginge.</translation>
    </message>
    <message>
        <source>A line of {} characters is left out; {} are read.</source>
        <translation>Eine Zeile von {} Zeichen wird weggelassen; {} werden gelesen.</translation>
    </message>
    <message>
        <source>A result</source>
        <translation>Ein Ergebnis</translation>
    </message>
    <message>
        <source>A share lies between 0 and 100 percent. Nothing was changed.</source>
        <translation>Ein Anteil liegt zwischen 0 und 100 Prozent. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A span lies outside its tokens.</source>
        <translation>Eine Stelle liegt außerhalb ihrer Tokens.</translation>
    </message>
    <message>
        <source>A split is named twice. Nothing was exported. Name each once.</source>
        <translation>Ein Teil ist zweimal genannt. Nichts wurde exportiert. Jeden einmal nennen.</translation>
    </message>
    <message>
        <source>A tokenizer.json is read with the package tokenizers, which is not installed. {} Install it: python -m pip install tokenizers</source>
        <translation>Eine tokenizer.json liest das Paket tokenizers, das nicht installiert ist. {} Installieren: python -m pip install tokenizers</translation>
    </message>
    <message>
        <source>Accept as gold</source>
        <translation>Als Gold annehmen</translation>
    </message>
    <message>
        <source>Allow page mode</source>
        <translation>Seitenmodus zulassen</translation>
    </message>
    <message>
        <source>An annotation in {} does not match the text any more, {}. Nothing was exported, and the project is unchanged. Run `annotator check` on it.</source>
        <translation>Eine Annotation in {} passt nicht mehr zum Text, {}. Nichts wurde exportiert, und das Projekt ist unverändert. `annotator check` darauf ausführen.</translation>
    </message>
    <message>
        <source>An article needs a title. Nothing was changed. Give it one.</source>
        <translation>Ein Artikel braucht einen Titel. Nichts wurde geändert. Einen Titel geben.</translation>
    </message>
    <message>
        <source>An equivalence of fewer than two marks is left out.</source>
        <translation>Eine Gleichsetzung von weniger als zwei Marken wird weggelassen.</translation>
    </message>
    <message>
        <source>An export to {} {} Export it again with --force.</source>
        <translation>Ein Export nach {} {} Mit --force noch einmal exportieren.</translation>
    </message>
    <message>
        <source>An export to {} {} Nothing was written. Replace them with --force, or choose another name.</source>
        <translation>Ein Export nach {} {} Nichts wurde geschrieben. Mit --force ersetzen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>As the map says, {} left out.</source>
        <translation>Wie die Zuordnung es sagt, {} weggelassen.</translation>
    </message>
    <message>
        <source>As was said of the same columns before: {}. {}</source>
        <translation>Wie zuvor von denselben Spalten gesagt: {}. {}</translation>
    </message>
    <message>
        <source>Assign articles</source>
        <translation>Artikel zuteilen</translation>
    </message>
    <message>
        <source>By their names were taken: {}.</source>
        <translation>Nach ihren Namen wurden übernommen: {}.</translation>
    </message>
    <message>
        <source>By their names were taken: {}. A map (--map) can say it otherwise.</source>
        <translation>Nach ihren Namen wurden übernommen: {}. Eine Zuordnung (--map) kann es anders sagen.</translation>
    </message>
    <message>
        <source>Call {} {}</source>
        <translation>{} umbenennen in {}</translation>
    </message>
    <message>
        <source>Carry labels over to reprints</source>
        <translation>Labels auf Nachdrucke übertragen</translation>
    </message>
    <message>
        <source>Carry labels over to the newer version</source>
        <translation>Labels auf die neuere Fassung übertragen</translation>
    </message>
    <message>
        <source>Cell: cannot tell</source>
        <translation>Zelle: nicht zu entscheiden</translation>
    </message>
    <message>
        <source>Cell: none expressed</source>
        <translation>Zelle: keine Haltung</translation>
    </message>
    <message>
        <source>Change the words of {}</source>
        <translation>Wörter von {} ändern</translation>
    </message>
    <message>
        <source>Check by the rules</source>
        <translation>Nach den Regeln prüfen</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Correct what is known of the article</source>
        <translation>Angaben zum Artikel berichtigen</translation>
    </message>
    <message>
        <source>Decide differences</source>
        <translation>Unterschiede entscheiden</translation>
    </message>
    <message>
        <source>Document {} is left out: {}</source>
        <translation>Das Dokument {} wird weggelassen: {}</translation>
    </message>
    <message>
        <source>Find near-duplicates</source>
        <translation>Fast gleiche Artikel suchen</translation>
    </message>
    <message>
        <source>Forbid page mode</source>
        <translation>Seitenmodus ausschließen</translation>
    </message>
    <message>
        <source>Gamma could not be computed: {}. Nothing else was harmed.</source>
        <translation>Gamma ließ sich nicht berechnen: {}. Sonst ist nichts betroffen.</translation>
    </message>
    <message>
        <source>Gamma needs the package pygamma-agreement, which is not installed. Nothing was measured. Install it with: python -m pip install pygamma-agreement</source>
        <translation>Gamma braucht das Paket pygamma-agreement, das nicht installiert ist. Nichts wurde gemessen. Installieren: python -m pip install pygamma-agreement</translation>
    </message>
    <message>
        <source>Gamma of {} people takes very long. Nothing was measured. Name at most {} with --between.</source>
        <translation>Gamma von {} Personen dauert sehr lange. Nichts wurde gemessen. Höchstens {} mit --between nennen.</translation>
    </message>
    <message>
        <source>Guessing needs charset-normalizer (pip install charset-normalizer)</source>
        <translation>Raten braucht charset-normalizer (pip install charset-normalizer)</translation>
    </message>
    <message>
        <source>It cannot be read ({}). What came in before stays. Try again with a good copy.</source>
        <translation>Die Datei ist nicht lesbar ({}). Was zuvor hereinkam, bleibt. Es mit einer heilen Kopie noch einmal versuchen.</translation>
    </message>
    <message>
        <source>It declares entities of its own, as XML bombs do; such files are not read.</source>
        <translation>Sie vereinbart eigene Entitäten, wie XML-Bomben es tun; solche Dateien werden nicht gelesen.</translation>
    </message>
    <message>
        <source>It does not begin as WebAnno TSV 3 does.</source>
        <translation>Sie beginnt nicht wie WebAnno TSV 3.</translation>
    </message>
    <message>
        <source>It has a password, or is of a kind older than 2007. Save it anew without.</source>
        <translation>Sie hat ein Kennwort oder ist von einer Art vor 2007. Sie ohne Kennwort neu speichern.</translation>
    </message>
    <message>
        <source>It has a password. Save it anew without and import that.</source>
        <translation>Sie hat ein Kennwort. Sie ohne neu speichern und das importieren.</translation>
    </message>
    <message>
        <source>It has more than {} MB; write one record per line.</source>
        <translation>Sie hat mehr als {} MB; einen Datensatz je Zeile schreiben.</translation>
    </message>
    <message>
        <source>It has more than {} characters. Import it in parts.</source>
        <translation>Sie hat mehr als {} Zeichen. In Teilen importieren.</translation>
    </message>
    <message>
        <source>It has more than {} elements, or more than {} inside one another; no text has. The rest was not read.</source>
        <translation>Sie hat mehr als {} Elemente oder mehr als {} ineinander; kein Text hat so viele. Der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>It has more than {} parts. Save the page anew, as HTML.</source>
        <translation>Sie hat mehr als {} Teile. Die Seite neu speichern, als HTML.</translation>
    </message>
    <message>
        <source>It has more than {} tags. Save the article alone.</source>
        <translation>Sie hat mehr als {} Tags. Den Artikel allein speichern.</translation>
    </message>
    <message>
        <source>It has neither content nor a summary.</source>
        <translation>Der Eintrag hat weder Inhalt noch Zusammenfassung.</translation>
    </message>
    <message>
        <source>It has no %FEATURE_STRUCTURES.</source>
        <translation>Es gibt darin kein %FEATURE_STRUCTURES.</translation>
    </message>
    <message>
        <source>It has no body; its type is {}.</source>
        <translation>Es gibt darin keinen Text; der Typ ist {}.</translation>
    </message>
    <message>
        <source>It has no text that is known as such; its fields are {}.</source>
        <translation>Kein Text ist als solcher bekannt; die Felder sind {}.</translation>
    </message>
    <message>
        <source>It has no text that is known as such; its fields are {}. Name the field in a map (--map): [fields] text = …</source>
        <translation>Kein Text ist als solcher bekannt; die Felder sind {}. Das Feld in einer Zuordnung (--map) nennen: [fields] text = …</translation>
    </message>
    <message>
        <source>It has no text.</source>
        <translation>Es gibt darin keinen Text.</translation>
    </message>
    <message>
        <source>It has no text: its pages are pictures, as scanners make them. Have the text recognised (OCR) and import that.</source>
        <translation>Es gibt darin keinen Text: Die Seiten sind Bilder, wie Scanner sie machen. Den Text erkennen lassen (OCR) und das importieren.</translation>
    </message>
    <message>
        <source>It has no {} with an article and a span.</source>
        <translation>Kein {} hat einen Artikel und eine Stelle.</translation>
    </message>
    <message>
        <source>It has {} characters; a page may have {}. Save the article alone and import that.</source>
        <translation>Sie hat {} Zeichen; eine Seite darf {} haben. Den Artikel allein speichern und das importieren.</translation>
    </message>
    <message>
        <source>It has {} fields where the first row has {}.</source>
        <translation>Die Zeile hat {} Felder, wo die erste {} hat.</translation>
    </message>
    <message>
        <source>It has {} pages; an article may have {}. Save the pages of the article alone and import those.</source>
        <translation>Sie hat {} Seiten; ein Artikel darf {} haben. Die Seiten des Artikels allein speichern und diese importieren.</translation>
    </message>
    <message>
        <source>It holds a NUL character in {}. Remove it and import it again.</source>
        <translation>In {} steht ein NUL-Zeichen. Es entfernen und noch einmal importieren.</translation>
    </message>
    <message>
        <source>It holds no sentence with tokens.</source>
        <translation>Kein Satz darin hat Tokens.</translation>
    </message>
    <message>
        <source>It holds no text document. Save it as .docx in its program and import that.</source>
        <translation>Sie enthält kein Textdokument. Sie in ihrem Programm als .docx speichern und das importieren.</translation>
    </message>
    <message>
        <source>It holds no text.</source>
        <translation>Sie enthält keinen Text.</translation>
    </message>
    <message>
        <source>It holds no text; it was put together from the tokens, a space between them.</source>
        <translation>Ein Text fehlt; er wurde aus den Tokens zusammengesetzt, mit je einem Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>It is a file of this project. Nothing was imported from it. Choose another one.</source>
        <translation>Es ist eine Datei dieses Projekts. Nichts wurde daraus importiert. Eine andere wählen.</translation>
    </message>
    <message>
        <source>It is a task without a text, such as one of pictures.</source>
        <translation>Es ist eine Aufgabe ohne Text, etwa mit Bildern.</translation>
    </message>
    <message>
        <source>It is damaged here. The rest was not read.</source>
        <translation>Hier ist sie beschädigt. Der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>It is damaged here: {}. The rest was not read.</source>
        <translation>Hier ist sie beschädigt: {}. Der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>It is damaged or no PDF file. Nothing was imported from it. Open it in its program, save it anew and import that.</source>
        <translation>Sie ist beschädigt oder keine PDF-Datei. Nichts wurde daraus importiert. Sie in ihrem Programm öffnen, neu speichern und das importieren.</translation>
    </message>
    <message>
        <source>It is damaged or no office file. Nothing was imported from it. Open it in its program, save it anew and import that.</source>
        <translation>Sie ist beschädigt oder keine Office-Datei. Nichts wurde daraus importiert. Sie in ihrem Programm öffnen, neu speichern und das importieren.</translation>
    </message>
    <message>
        <source>It is damaged or no saved page. Nothing was imported from it. Save the page anew, as HTML, and import that.</source>
        <translation>Sie ist beschädigt oder keine gespeicherte Seite. Nichts wurde daraus importiert. Die Seite neu speichern, als HTML, und das importieren.</translation>
    </message>
    <message>
        <source>It is damaged or no workbook. Nothing was imported from it. Save it anew as .xlsx.</source>
        <translation>Sie ist beschädigt oder keine Arbeitsmappe. Nichts wurde daraus importiert. Sie neu als .xlsx speichern.</translation>
    </message>
    <message>
        <source>It is empty: there is no record in it.</source>
        <translation>Sie ist leer: Kein Datensatz ist darin.</translation>
    </message>
    <message>
        <source>It is empty: there is no row of names to begin with.</source>
        <translation>Sie ist leer: Keine Zeile mit Namen steht am Anfang.</translation>
    </message>
    <message>
        <source>It is in an encoding that XML is not read in. Save it anew.</source>
        <translation>Sie hat eine Kodierung, in der XML nicht gelesen wird. Sie neu speichern.</translation>
    </message>
    <message>
        <source>It is left out: {}.</source>
        <translation>Das wird weggelassen: {}.</translation>
    </message>
    <message>
        <source>It is longer than {} MB.</source>
        <translation>Sie ist länger als {} MB.</translation>
    </message>
    <message>
        <source>It is neither XMI nor JSON of a CAS.</source>
        <translation>Sie ist weder XMI noch JSON einer CAS.</translation>
    </message>
    <message>
        <source>It is nested too deeply to be a record.</source>
        <translation>Sie ist zu tief verschachtelt, um ein Datensatz zu sein.</translation>
    </message>
    <message>
        <source>It is no DocBin, or damaged. Nothing was imported from it. Write it again.</source>
        <translation>Sie ist kein DocBin oder beschädigt. Nichts wurde daraus importiert. Sie noch einmal schreiben.</translation>
    </message>
    <message>
        <source>It is no sound XML: {}. The rest was not read.</source>
        <translation>Sie ist kein heiles XML: {}. Der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>It is not UTF-8: byte {} cannot be read.</source>
        <translation>Sie ist nicht UTF-8: Byte {} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It is not UTF-8: byte {} of the line (0x{}) cannot be read. {}</source>
        <translation>Sie ist nicht UTF-8: Byte {} der Zeile (0x{}) ist nicht lesbar. {}</translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation>Das ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>It is not valid JSON: {} (column {}).</source>
        <translation>Das ist kein gültiges JSON: {} (Spalte {}).</translation>
    </message>
    <message>
        <source>It is not valid JSON: {}. The rest was not read.</source>
        <translation>Das ist kein gültiges JSON: {}. Der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>It leads from an annotation to itself.</source>
        <translation>Sie führt von einer Annotation zu ihr selbst.</translation>
    </message>
    <message>
        <source>It names strings that it does not hold.</source>
        <translation>Sie nennt Zeichenketten, die sie nicht enthält.</translation>
    </message>
    <message>
        <source>It shows {} characters; a page may show {}. Save the article alone and import that.</source>
        <translation>Sie zeigt {} Zeichen; eine Seite darf {} zeigen. Den Artikel allein speichern und das importieren.</translation>
    </message>
    <message>
        <source>It was written by a newer Annotator ({}; this one reads {}). Update the program and import it again.</source>
        <translation>Sie stammt aus einem neueren Annotator ({}; dieser liest {}). Das Programm aktualisieren und sie noch einmal importieren.</translation>
    </message>
    <message>
        <source>It would unpack to more than {} MB, as bombs do.</source>
        <translation>Entpackt hätte sie mehr als {} MB, wie Bomben sie haben.</translation>
    </message>
    <message>
        <source>It would unpack to {} MB, as bombs do. It is not read: at most are {} MB in {} parts, {} MB and {} times the packed size in each.</source>
        <translation>Entpackt hätte sie {} MB, wie Bomben sie haben. Sie wird nicht gelesen: Höchstens sind es {} MB in {} Teilen, je {} MB und das {}-fache der gepackten Größe.</translation>
    </message>
    <message>
        <source>Its elements are nested deeper than {}. Save it anew.</source>
        <translation>Ihre Elemente sind tiefer als {} verschachtelt. Sie neu speichern.</translation>
    </message>
    <message>
        <source>Its field text holds no text.</source>
        <translation>Das Feld text enthält keinen Text.</translation>
    </message>
    <message>
        <source>Its field text holds no text. Name the field in a map (--map): [fields] text = …</source>
        <translation>Das Feld text enthält keinen Text. Das Feld in einer Zuordnung nennen (--map): [fields] text = …</translation>
    </message>
    <message>
        <source>Its id {} is too long or has characters that are not seen.</source>
        <translation>Ihre ID {} ist zu lang oder hat unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>Its offset_unit {} is not known; codepoint and utf16 are. Convert it first.</source>
        <translation>Ihre offset_unit {} ist unbekannt; codepoint und utf16 sind bekannt. Sie zuerst umwandeln.</translation>
    </message>
    <message>
        <source>Its offsets could count in more than one way, for the text holds {}, and no words beside them tell which; {} are possible. {}{}</source>
        <translation>Ihre Positionen könnten auf mehr als eine Weise zählen, denn der Text enthält {}, und keine Wörter daneben sagen, auf welche; möglich sind {}. {}{}</translation>
    </message>
    <message>
        <source>Its page has {} MB. Save the article alone.</source>
        <translation>Ihre Seite hat {} MB. Den Artikel allein speichern.</translation>
    </message>
    <message>
        <source>Its pages draw more than {} things. It is not read.</source>
        <translation>Ihre Seiten zeichnen mehr als {} Dinge. Sie wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Its part {} unpacks to more than {} MB. It is not read.</source>
        <translation>Ihr Teil {} hat entpackt mehr als {} MB. Sie wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Its tags were read as {}.</source>
        <translation>Ihre Marken wurden als {} gelesen.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep what columns hold</source>
        <translation>Bedeutung von Spalten behalten</translation>
    </message>
    <message>
        <source>Keep {} article{} apart</source>
        <translation>{} Artikel getrennt halten{}</translation>
    </message>
    <message>
        <source>Keys that have no meaning here were passed over: {}.</source>
        <translation>Schlüssel, die hier nichts bedeuten, wurden übergangen: {}.</translation>
    </message>
    <message>
        <source>Label {} × “{}” as {}</source>
        <translation>{}-mal „{}“ als {} auszeichnen</translation>
    </message>
    <message>
        <source>Line {} has more than {} characters.</source>
        <translation>Zeile {} hat mehr als {} Zeichen.</translation>
    </message>
    <message>
        <source>Line {} has more than {} columns, so these are no tokens.</source>
        <translation>Zeile {} hat mehr als {} Spalten, also sind das keine Tokens.</translation>
    </message>
    <message>
        <source>Line {} lies elsewhere than its offsets say.</source>
        <translation>Zeile {} liegt anderswo, als ihre Positionen sagen.</translation>
    </message>
    <message>
        <source>Line {} of the list of splits is not an id, a comma and a split. Nothing was exported. Correct it.</source>
        <translation>Zeile {} der Liste der Teile ist keine ID mit Komma und Teil. Nichts wurde exportiert. Die Zeile berichtigen.</translation>
    </message>
    <message>
        <source>Link to the older version</source>
        <translation>Mit der älteren Fassung verknüpfen</translation>
    </message>
    <message>
        <source>Links with articles that are not in the project: {}.</source>
        <translation>Verknüpfungen mit Artikeln, die nicht im Projekt sind: {}.</translation>
    </message>
    <message>
        <source>Make {} {}</source>
        <translation>Rolle von {}: {}</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Name an export</source>
        <translation>Einen Export benennen</translation>
    </message>
    <message>
        <source>No article was found in it. Save its text as plain text and import that.</source>
        <translation>Kein Artikel wurde darin gefunden. Den Text als reinen Text speichern und das importieren.</translation>
    </message>
    <message>
        <source>No export is called “{}”. Choose one of: {}.</source>
        <translation>Kein Export heißt „{}“. Einen von diesen wählen: {}.</translation>
    </message>
    <message>
        <source>No shares of splits are named. Write for example train=80,dev=10,test=10.</source>
        <translation>Keine Anteile der Teile sind genannt. Zum Beispiel train=80,dev=10,test=10 schreiben.</translation>
    </message>
    <message>
        <source>No suggestion of {} is open in this article. Nothing was changed.</source>
        <translation>Kein Vorschlag von {} ist in diesem Artikel offen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nobody has anything here. Nothing was changed.</source>
        <translation>Niemand hat hier etwas. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nobody here is called “{}”. Nothing was assigned. There is: {}.</source>
        <translation>Niemand heißt hier „{}“. Nichts wurde zugeteilt. Es gibt: {}.</translation>
    </message>
    <message>
        <source>Nobody here is called “{}”. Nothing was changed. There is: {}.</source>
        <translation>Niemand heißt hier „{}“. Nichts wurde geändert. Es gibt: {}.</translation>
    </message>
    <message>
        <source>Nobody in this project is called “{}”. Nothing was measured. There are: {}.</source>
        <translation>Niemand in diesem Projekt heißt „{}“. Nichts wurde gemessen. Es gibt: {}.</translation>
    </message>
    <message>
        <source>Not everything came in, because somebody worked on the same articles meanwhile. Import the same files again; what is there already is passed over.</source>
        <translation>Nicht alles kam herein, weil inzwischen jemand an denselben Artikeln gearbeitet hat. Dieselben Dateien noch einmal importieren; was schon da ist, wird übergangen.</translation>
    </message>
    <message>
        <source>Nothing in these files is labelled, so no scheme can be made of them.{} Nothing was made. Choose files with labels, or a scheme with --scheme.</source>
        <translation>In diesen Dateien ist nichts ausgezeichnet, also lässt sich kein Schema daraus machen.{} Nichts wurde angelegt. Dateien mit Labels wählen oder ein Schema mit --scheme.</translation>
    </message>
    <message>
        <source>Nothing is decided here yet. Nothing was changed.</source>
        <translation>Hier ist noch nichts entschieden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing of the import {} is in the project any more. Nothing was changed.</source>
        <translation>Vom Import {} ist nichts mehr im Projekt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Nichts wurde exportiert.</translation>
    </message>
    <message>
        <source>Nothing was imported from it.</source>
        <translation>Nichts wurde daraus importiert.</translation>
    </message>
    <message>
        <source>Nothing was imported. Mend it and try again.</source>
        <translation>Nichts wurde importiert. Es beheben und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Object to a decision</source>
        <translation>Einer Entscheidung widersprechen</translation>
    </message>
    <message>
        <source>Of {} of its articles the feed holds only a summary.</source>
        <translation>Von {} seiner Artikel enthält der Feed nur eine Zusammenfassung.</translation>
    </message>
    <message>
        <source>One of its feature structures has no %ID or no %TYPE.</source>
        <translation>Einer ihrer Strukturen fehlt %ID oder %TYPE.</translation>
    </message>
    <message>
        <source>One of its records is no object.</source>
        <translation>Einer ihrer Datensätze ist kein Objekt.</translation>
    </message>
    <message>
        <source>Only readability found an article in it. Compare it with the page.</source>
        <translation>Nur readability fand darin einen Artikel. Ihn mit der Seite vergleichen.</translation>
    </message>
    <message>
        <source>Only the sheet {} was read, not {}.</source>
        <translation>Nur das Blatt {} wurde gelesen, nicht {}.</translation>
    </message>
    <message>
        <source>Parquet needs the package pyarrow, which is not installed. Nothing was exported. Install it with: pip install &apos;annotator[exports]&apos;</source>
        <translation>Parquet braucht das Paket pyarrow, das nicht installiert ist. Nichts wurde exportiert. Installieren: pip install &apos;annotator[exports]&apos;</translation>
    </message>
    <message>
        <source>Part of the journal cannot be read. Nothing was changed. Open a backup of the project instead.</source>
        <translation>Ein Teil des Protokolls ist nicht lesbar. Nichts wurde geändert. Stattdessen eine Sicherung des Projekts öffnen.</translation>
    </message>
    <message>
        <source>Read answers</source>
        <translation>Antworten lesen</translation>
    </message>
    <message>
        <source>Refuse the suggestion: {}</source>
        <translation>Den Vorschlag ablehnen: {}</translation>
    </message>
    <message>
        <source>Remove an import</source>
        <translation>Einen Import entfernen</translation>
    </message>
    <message>
        <source>Rename the search “{}” to “{}”</source>
        <translation>Die Suche „{}“ in „{}“ umbenennen</translation>
    </message>
    <message>
        <source>Reopen gold</source>
        <translation>Gold wieder öffnen</translation>
    </message>
    <message>
        <source>Rows of the article {} are left out: {}</source>
        <translation>Zeilen des Artikels {} werden weggelassen: {}</translation>
    </message>
    <message>
        <source>Say what is wrong with the decision. Nothing was changed.</source>
        <translation>Bitte sagen, was an der Entscheidung falsch ist. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Say why this needs no flag. Nothing was changed.</source>
        <translation>Bitte sagen, warum hier keine Rückfrage nötig ist. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Send back to {}</source>
        <translation>An {} zurückgeben</translation>
    </message>
    <message>
        <source>Suggest {} labels</source>
        <translation>{} Labels vorschlagen</translation>
    </message>
    <message>
        <source>Suggest {} label{} ({})</source>
        <translation>{} Label{} vorschlagen ({})</translation>
    </message>
    <message>
        <source>Take back articles</source>
        <translation>Artikel zurücknehmen</translation>
    </message>
    <message>
        <source>Take neither</source>
        <translation>Keines nehmen</translation>
    </message>
    <message>
        <source>Take the majority</source>
        <translation>Mehrheit nehmen</translation>
    </message>
    <message>
        <source>Take the suggested cue</source>
        <translation>Das vorgeschlagene Hinweiswort übernehmen</translation>
    </message>
    <message>
        <source>Take the suggested source</source>
        <translation>Die vorgeschlagene Quelle übernehmen</translation>
    </message>
    <message>
        <source>Take the suggestion: {}</source>
        <translation>Den Vorschlag übernehmen: {}</translation>
    </message>
    <message>
        <source>Take {}</source>
        <translation>{} nehmen</translation>
    </message>
    <message>
        <source>The annotation in line {}</source>
        <translation>Die Annotation in Zeile {}</translation>
    </message>
    <message>
        <source>The annotation {}</source>
        <translation>Die Annotation {}</translation>
    </message>
    <message>
        <source>The annotations are left out: {} is the adjudicated layer, and the line says raw.</source>
        <translation>Die Annotationen werden weggelassen: {} ist die entschiedene Ebene, und die Zeile sagt raw.</translation>
    </message>
    <message>
        <source>The annotations of the layer {} are left out: only raw and gold are somebody&apos;s.</source>
        <translation>Die Annotationen der Ebene {} werden weggelassen: Nur raw und gold gehören jemandem.</translation>
    </message>
    <message>
        <source>The article {} came before with another text; this line is left out.</source>
        <translation>Der Artikel {} kam schon mit einem anderen Text; diese Zeile wird weggelassen.</translation>
    </message>
    <message>
        <source>The article {} has another text here than the one that was labelled. Import that one first, or as a newer version</source>
        <translation>Der Artikel {} hat hier einen anderen Text als der ausgezeichnete. Zuerst jenen importieren, oder diesen als neuere Fassung</translation>
    </message>
    <message>
        <source>The articles were taken from {}.</source>
        <translation>Die Artikel wurden aus {} genommen.</translation>
    </message>
    <message>
        <source>The articles were taken from {}. A map (records = …) can say it.</source>
        <translation>Die Artikel wurden aus {} genommen. Eine Zuordnung (records = …) kann es sagen.</translation>
    </message>
    <message>
        <source>The entity is left out: {}.</source>
        <translation>Die Entität wird weggelassen: {}.</translation>
    </message>
    <message>
        <source>The file ends before its array does; what was whole came in.</source>
        <translation>Die Datei endet vor ihrer Liste; was ganz war, kam herein.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB.</source>
        <translation>Die Datei ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>The files read back do not say what was handed over: {} Nothing was exported, and the project is unchanged. Run `annotator check` on it.</source>
        <translation>Die zurückgelesenen Dateien sagen nicht, was übergeben wurde: {} Nichts wurde exportiert, und das Projekt ist unverändert. `annotator check` darauf anwenden.</translation>
    </message>
    <message>
        <source>The files read back do not say what was handed over: {}. Nothing was exported, and the project is unchanged. Run `annotator check` on it.</source>
        <translation>Die zurückgelesenen Dateien sagen nicht, was übergeben wurde: {}. Nichts wurde exportiert, und das Projekt ist unverändert. `annotator check` darauf anwenden.</translation>
    </message>
    <message>
        <source>The files were not read to their end, because the system stopped their reader. What came in before is safe. Import the same files again; what is there already is passed over.</source>
        <translation>Die Dateien wurden nicht zu Ende gelesen, weil das System ihren Leser angehalten hat. Was zuvor hereinkam, ist sicher. Dieselben Dateien noch einmal importieren; was schon da ist, wird übergangen.</translation>
    </message>
    <message>
        <source>The flag {}</source>
        <translation>Die Rückfrage {}</translation>
    </message>
    <message>
        <source>The format {} can only be read. Nothing was written. Choose one of: {}.</source>
        <translation>Das Format {} kann nur gelesen werden. Nichts wurde geschrieben. Eines von diesen wählen: {}.</translation>
    </message>
    <message>
        <source>The format {} needs the text. Nothing was exported. Choose --text full or fragments, or one of these formats: {}.</source>
        <translation>Das Format {} braucht den Text. Nichts wurde exportiert. --text full oder fragments wählen, oder eines dieser Formate: {}.</translation>
    </message>
    <message>
        <source>The id {} belongs to another text in the project. {}</source>
        <translation>Die ID {} gehört im Projekt zu einem anderen Text. {}</translation>
    </message>
    <message>
        <source>The key {} comes twice in one object.</source>
        <translation>Der Schlüssel {} steht zweimal in einem Objekt.</translation>
    </message>
    <message>
        <source>The label number {}</source>
        <translation>Das Label Nummer {}</translation>
    </message>
    <message>
        <source>The label {}</source>
        <translation>Das Label {}</translation>
    </message>
    <message>
        <source>The label {} is left out: {}.</source>
        <translation>Das Label {} wird weggelassen: {}.</translation>
    </message>
    <message>
        <source>The labels are left out: they are no object.</source>
        <translation>Die Labels werden weggelassen: Sie sind kein Objekt.</translation>
    </message>
    <message>
        <source>The layer {} was passed over, with {} of its marks.</source>
        <translation>Die Ebene {} wurde übergangen, mit {} ihrer Marken.</translation>
    </message>
    <message>
        <source>The line {} is of no kind that brat writes; it is left out.</source>
        <translation>Die Zeile {} ist von keiner Art, die brat schreibt; sie wird weggelassen.</translation>
    </message>
    <message>
        <source>The list of splits names {} twice. Nothing was exported. Correct it.</source>
        <translation>Die Liste der Teile nennt {} zweimal. Nichts wurde exportiert. Sie berichtigen.</translation>
    </message>
    <message>
        <source>The list of splits tears near-copies apart: {}. Nothing was exported. Give them one split.</source>
        <translation>Die Liste der Teile trennt fast gleiche Artikel: {}. Nichts wurde exportiert. Sie in einen Teil legen.</translation>
    </message>
    <message>
        <source>The map does not fit the scheme {}: {}. Nothing was imported. Mend it and try again.</source>
        <translation>Die Zuordnung passt nicht zum Schema {}: {}. Nichts wurde importiert. Sie berichtigen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The meta is left out: it is no object.</source>
        <translation>Die Metadaten werden weggelassen: Sie sind kein Objekt.</translation>
    </message>
    <message>
        <source>The names in these files make no scheme: {} Nothing was made. Choose a scheme with --scheme and say with a map (--map) what the names mean.</source>
        <translation>Aus den Namen in diesen Dateien wird kein Schema: {} Nichts wurde angelegt. Ein Schema mit --scheme wählen und mit einer Zuordnung (--map) sagen, was die Namen bedeuten.</translation>
    </message>
    <message>
        <source>The number {} is too large to be kept exactly.</source>
        <translation>Die Zahl {} ist zu groß, um genau bewahrt zu werden.</translation>
    </message>
    <message>
        <source>The project has no article of the address {}, and the file holds no text. Import the article first</source>
        <translation>Das Projekt hat keinen Artikel mit der Adresse {}, und die Datei enthält keinen Text. Zuerst den Artikel importieren</translation>
    </message>
    <message>
        <source>The project holds no original of this article. Nothing is lost: its text is here. Run `annotator check` on the project.</source>
        <translation>Das Projekt hat kein Original dieses Artikels. Nichts ist verloren: Sein Text ist hier. `annotator check` auf das Projekt anwenden.</translation>
    </message>
    <message>
        <source>The project never had revision {} of its scheme. Nothing was measured.</source>
        <translation>Das Projekt hatte nie die Revision {} seines Schemas. Nichts wurde gemessen.</translation>
    </message>
    <message>
        <source>The records were not compared with the journal: {} has no room for a copy of them. Nothing was changed. Make room there and check again.</source>
        <translation>Die Datensätze wurden nicht mit dem Journal verglichen: {} hat keinen Platz für eine Kopie davon. Nichts wurde geändert. Dort Platz schaffen und erneut prüfen.</translation>
    </message>
    <message>
        <source>The region [{}, {})</source>
        <translation>Der Bereich [{}, {})</translation>
    </message>
    <message>
        <source>The region {}</source>
        <translation>Der Bereich {}</translation>
    </message>
    <message>
        <source>The relation number {}</source>
        <translation>Die Verknüpfung Nummer {}</translation>
    </message>
    <message>
        <source>The relation {}</source>
        <translation>Die Verknüpfung {}</translation>
    </message>
    <message>
        <source>The scheme has no attribute or article label “{}” with values. Nothing was exported. Choose --classify labels, or one of: {}.</source>
        <translation>Das Schema hat kein Merkmal oder Artikellabel „{}“ mit Werten. Nichts wurde exportiert. --classify labels wählen, oder eines von: {}.</translation>
    </message>
    <message>
        <source>The scheme has no label “{}”.</source>
        <translation>Das Schema hat kein Label „{}“.</translation>
    </message>
    <message>
        <source>The scheme has no label “{}”. Nothing was measured. It has: {}.</source>
        <translation>Das Schema hat kein Label „{}“. Nichts wurde gemessen. Es hat: {}.</translation>
    </message>
    <message>
        <source>The scheme has no {} “{}” for articles.</source>
        <translation>Das Schema hat kein {} „{}“ für Artikel.</translation>
    </message>
    <message>
        <source>The scheme has nothing for the {} “{}”, so {} {} refused.</source>
        <translation>Das Schema hat nichts für {} „{}“, also {} {} abgelehnt.</translation>
    </message>
    <message>
        <source>The scheme has nothing for the {} “{}”, so {} {} refused. A map (--map) can say what it means: [{}] &quot;{}&quot; = …</source>
        <translation>Das Schema hat nichts für {} „{}“, also {} {} abgelehnt. Eine Zuordnung (--map) kann sagen, was es bedeutet: [{}] &quot;{}&quot; = …</translation>
    </message>
    <message>
        <source>The span number {}</source>
        <translation>Die Stelle Nummer {}</translation>
    </message>
    <message>
        <source>The span {}</source>
        <translation>Die Stelle {}</translation>
    </message>
    <message>
        <source>The stance {}</source>
        <translation>Die Haltung {}</translation>
    </message>
    <message>
        <source>The status {} is left out: it is none of ours.</source>
        <translation>Der Stand {} wird weggelassen: Er ist keiner von hier.</translation>
    </message>
    <message>
        <source>The status {} is left out: only the gold layer has it.</source>
        <translation>Der Stand {} wird weggelassen: Nur die Ebene gold hat ihn.</translation>
    </message>
    <message>
        <source>The text is not the one that was labelled: its SHA-256 is {}…, not {}… as it says. Fetch the file again.</source>
        <translation>Der Text ist nicht der ausgezeichnete: Seine SHA-256 ist {}…, nicht {}…, wie angegeben. Die Datei noch einmal holen.</translation>
    </message>
    <message>
        <source>The text {}</source>
        <translation>Der Text {}</translation>
    </message>
    <message>
        <source>The token {} does not stand in the text beside the file where it should, so the text was put together from the tokens.</source>
        <translation>Das Token {} steht im Text neben der Datei nicht, wo es sollte; darum wurde der Text aus den Tokens zusammengesetzt.</translation>
    </message>
    <message>
        <source>The tokeniser {} cannot be read ({}). {} Give builtin, whitespace, or the path of a tokenizer.json.</source>
        <translation>Der Tokenizer {} ist nicht lesbar ({}). {} builtin, whitespace oder den Pfad einer tokenizer.json angeben.</translation>
    </message>
    <message>
        <source>The type {} was passed over, with {} of its structures.</source>
        <translation>Der Typ {} wurde übergangen, mit {} seiner Strukturen.</translation>
    </message>
    <message>
        <source>The verdict {}</source>
        <translation>Das Urteil {}</translation>
    </message>
    <message>
        <source>The words beside its offsets show that they count {}, not {} as usual; they were read so.</source>
        <translation>Die Wörter neben den Positionen zeigen, dass diese {} zählen, nicht wie üblich {}; so wurden sie gelesen.</translation>
    </message>
    <message>
        <source>The {} are left out: they are no list.</source>
        <translation>{} werden weggelassen: Sie sind keine Liste.</translation>
    </message>
    <message>
        <source>The {} in meta is left out: it is no text.</source>
        <translation>{} in den Metadaten wird weggelassen: Es ist kein Text.</translation>
    </message>
    <message>
        <source>The {} is left out: it is no text.</source>
        <translation>{} wird weggelassen: Es ist kein Text.</translation>
    </message>
    <message>
        <source>The {} is too long, or has characters that are not seen. Nothing was changed. Write it anew.</source>
        <translation>{} ist zu lang oder hat unsichtbare Zeichen. Nichts wurde geändert. Neu schreiben.</translation>
    </message>
    <message>
        <source>The {} {} came before with other contents; it is left out.</source>
        <translation>{} {} kam schon mit anderem Inhalt; das hier wird weggelassen.</translation>
    </message>
    <message>
        <source>The {} {} cannot be read: a part of it is damaged. Nothing was changed. Open a backup of the project instead.</source>
        <translation>{} {} kann nicht gelesen werden: Ein Teil davon ist beschädigt. Nichts wurde geändert. Stattdessen eine Sicherung des Projekts öffnen.</translation>
    </message>
    <message>
        <source>There are more tokens than one DocBin can hold. Nothing was exported. Split it, or choose fewer articles.</source>
        <translation>Es sind mehr Tokens, als ein DocBin fasst. Nichts wurde exportiert. Aufteilen oder weniger Artikel wählen.</translation>
    </message>
    <message>
        <source>There is another text under the name {}, so it came in as {}. {}</source>
        <translation>Unter dem Namen {} gibt es einen anderen Text, also kam dieser als {} herein. {}</translation>
    </message>
    <message>
        <source>There is more than one article, and only one can be the newer version of {}. Nothing was imported. Import that one alone.</source>
        <translation>Es sind mehrere Artikel, und nur einer kann die neuere Fassung von {} sein. Nichts wurde importiert. Diesen allein importieren.</translation>
    </message>
    <message>
        <source>There is no encoding {}. Nothing was imported. Write it like utf-8, windows-1252 or shift_jis.</source>
        <translation>Eine Kodierung {} gibt es nicht. Nichts wurde importiert. So schreiben: utf-8, windows-1252 oder shift_jis.</translation>
    </message>
    <message>
        <source>There is no engine “{}”. Nothing was changed. There are: {}.</source>
        <translation>Ein Verfahren „{}“ gibt es nicht. Nichts wurde geändert. Es gibt: {}.</translation>
    </message>
    <message>
        <source>There is no field “{}”. Nothing was changed. Choose one of: {}.</source>
        <translation>Ein Feld „{}“ gibt es nicht. Nichts wurde geändert. Eines von diesen wählen: {}.</translation>
    </message>
    <message>
        <source>There is no layer “{}”. Nothing was exported. Choose raw, gold, aggregate, or one annotator of: {}.</source>
        <translation>Eine Ebene „{}“ gibt es nicht. Nichts wurde exportiert. raw, gold, aggregate oder eine auszeichnende Person wählen: {}.</translation>
    </message>
    <message>
        <source>There is no list of records at {}, where the map says.</source>
        <translation>Bei {}, wohin die Zuordnung zeigt, gibt es keine Liste von Datensätzen.</translation>
    </message>
    <message>
        <source>There is no majority about {}. Nothing was changed. Choose a side.</source>
        <translation>Über {} gibt es keine Mehrheit. Nichts wurde geändert. Eine Seite wählen.</translation>
    </message>
    <message>
        <source>There is no measure “{}”. Nothing was measured. Choose of: {}.</source>
        <translation>Ein Maß „{}“ gibt es nicht. Nichts wurde gemessen. Eines von diesen wählen: {}.</translation>
    </message>
    <message>
        <source>There is no page in it. Save the page anew, as HTML, and import that.</source>
        <translation>Keine Seite ist darin. Die Seite neu speichern, als HTML, und das importieren.</translation>
    </message>
    <message>
        <source>There is no project {}. Nothing was changed. Check the name, or make it with: annotator new {}</source>
        <translation>Ein Projekt {} gibt es nicht. Nichts wurde geändert. Den Namen prüfen oder es anlegen mit: annotator new {}</translation>
    </message>
    <message>
        <source>There is no role “{}”. Choose one of: {}.</source>
        <translation>Eine Rolle „{}“ gibt es nicht. Eine von diesen wählen: {}.</translation>
    </message>
    <message>
        <source>There is no scheme “{}”. Nothing was made. Name a preset ({}) or a TOML file.</source>
        <translation>Ein Schema „{}“ gibt es nicht. Nichts wurde angelegt. Eine Vorlage ({}) oder eine TOML-Datei nennen.</translation>
    </message>
    <message>
        <source>There is no text in {}.</source>
        <translation>In {} ist kein Text.</translation>
    </message>
    <message>
        <source>There is no verdict “{}”. Nothing was changed.</source>
        <translation>Ein Urteil „{}“ gibt es nicht. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no {} “{}”. Nothing was exported. Choose of: {}.</source>
        <translation>{} „{}“ gibt es nicht. Nichts wurde exportiert. Davon wählen: {}.</translation>
    </message>
    <message>
        <source>There is no {}. Nothing was imported from it. Look at the name and try again.</source>
        <translation>{} gibt es nicht. Nichts wurde daraus importiert. Den Namen prüfen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is no {}.{} beside {}. Nothing was imported from it. brat keeps an article in two files; put both into one folder or zip file.</source>
        <translation>Es gibt kein {}.{} neben {}. Nichts wurde daraus importiert. brat hält einen Artikel in zwei Dateien; beide in einen Ordner oder eine Zip-Datei legen.</translation>
    </message>
    <message>
        <source>These two are linked so already. Nothing was changed.</source>
        <translation>Diese beiden sind schon so verknüpft. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>These two are the same entity already. Nothing was changed.</source>
        <translation>Diese beiden sind schon dieselbe Entität. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>These words are labelled as {} already. It is selected.</source>
        <translation>Diese Wörter sind schon als {} ausgezeichnet. Das ist jetzt ausgewählt.</translation>
    </message>
    <message>
        <source>These words cannot be labelled: {}. Choose other words.</source>
        <translation>Diese Wörter lassen sich nicht auszeichnen: {}. Andere Wörter wählen.</translation>
    </message>
    <message>
        <source>These words name no entity in this scheme. Nothing was changed.</source>
        <translation>Diese Wörter nennen in diesem Schema keine Entität. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This annotation is no longer there. Nothing was changed. Choose another one.</source>
        <translation>Diese Annotation ist nicht mehr da. Nichts wurde geändert. Eine andere wählen.</translation>
    </message>
    <message>
        <source>This article is gold already. Nothing was changed. Reopen it first.</source>
        <translation>Dieser Artikel ist schon Gold. Nichts wurde geändert. Ihn zuerst wieder öffnen.</translation>
    </message>
    <message>
        <source>This cannot be a name: it is empty, too long or not on one line. Nothing was changed. Write it otherwise.</source>
        <translation>Das kann kein Name sein: Es ist leer, zu lang oder nicht auf einer Zeile. Nichts wurde geändert. Es anders schreiben.</translation>
    </message>
    <message>
        <source>This export has several files, and {} would be one. Nothing was exported. Name a folder instead: a name without a suffix.</source>
        <translation>Dieser Export hat mehrere Dateien, und {} wäre eine. Nichts wurde exportiert. Stattdessen einen Ordner nennen: ein Name ohne Endung.</translation>
    </message>
    <message>
        <source>This flag is no longer there. Nothing was changed.</source>
        <translation>Diese Rückfrage ist nicht mehr da. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This is flagged so already. Add words that say what is meant.</source>
        <translation>Diese Rückfrage gibt es so schon. Wörter hinzufügen, die sagen, was gemeint ist.</translation>
    </message>
    <message>
        <source>This is in the project already. Nothing was written. Look at it as it stands now and try again.</source>
        <translation>Das ist schon im Projekt. Es wurde nichts geschrieben. Sehen Sie nach, wie es jetzt ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is not TOML: {}.</source>
        <translation>Das ist kein TOML: {}.</translation>
    </message>
    <message>
        <source>This link is no longer there. Nothing was changed.</source>
        <translation>Diese Verknüpfung ist nicht mehr da. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This row is no longer there. Nothing was changed.</source>
        <translation>Diese Zeile ist nicht mehr da. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This row or column is no longer there. Nothing was changed.</source>
        <translation>Diese Zeile oder Spalte ist nicht mehr da. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This suggestion is decided already. Nothing was changed. Choose another one.</source>
        <translation>Über diesen Vorschlag ist schon entschieden. Nichts wurde geändert. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>Two values of an article cannot be merged. Take one of them.</source>
        <translation>Zwei Werte eines Artikels lassen sich nicht zusammenführen. Einen davon nehmen.</translation>
    </message>
    <message>
        <source>Use the article for agreement</source>
        <translation>Den Artikel für die Übereinstimmung verwenden</translation>
    </message>
    <message>
        <source>Use the article for work</source>
        <translation>Den Artikel für die Arbeit verwenden</translation>
    </message>
    <message>
        <source>Verdict on {} passages</source>
        <translation>Urteil über {} Fundstellen</translation>
    </message>
    <message>
        <source>What lies in {} is no text.</source>
        <translation>Was in {} steht, ist kein Text.</translation>
    </message>
    <message>
        <source>You objected to this decision already. Nothing was changed. The conversation goes on in the article: M answers the flag.</source>
        <translation>Dieser Entscheidung wurde schon widersprochen. Nichts wurde geändert. Das Gespräch geht im Artikel weiter: M antwortet auf die Rückfrage.</translation>
    </message>
    <message>
        <source>[{}, {}) begins before the text</source>
        <translation>[{}, {}) beginnt vor dem Text</translation>
    </message>
    <message>
        <source>[{}, {}) holds {}, not {} as it says</source>
        <translation>[{}, {}) enthält {}, nicht {}, wie angegeben</translation>
    </message>
    <message>
        <source>[{}, {}) is empty</source>
        <translation>[{}, {}) ist leer</translation>
    </message>
    <message>
        <source>[{}, {}) lies outside the text of {} characters</source>
        <translation>[{}, {}) liegt außerhalb des Textes von {} Zeichen</translation>
    </message>
    <message>
        <source>[{}, {}) overlaps or precedes the fragment before it</source>
        <translation>[{}, {}) überschneidet den Teil davor oder liegt vor ihm</translation>
    </message>
    <message>
        <source>another one has its id</source>
        <translation>eine andere hat ihre ID</translation>
    </message>
    <message>
        <source>another relation has its id</source>
        <translation>eine andere Verknüpfung hat ihre ID</translation>
    </message>
    <message>
        <source>holds no files; hidden ones and linked folders are passed over. Nothing was imported from it. Choose the folder that the articles lie in.</source>
        <translation>enthält keine Dateien; verborgene und verlinkte Ordner werden übergangen. Nichts wurde daraus importiert. Den Ordner wählen, in dem die Artikel liegen.</translation>
    </message>
    <message>
        <source>it has neither a start and an end nor tokens</source>
        <translation>weder Anfang und Ende noch Tokens sind angegeben</translation>
    </message>
    <message>
        <source>it has no fragment</source>
        <translation>sie hat keinen Teil</translation>
    </message>
    <message>
        <source>it has no start and end</source>
        <translation>Anfang und Ende fehlen</translation>
    </message>
    <message>
        <source>it has no target</source>
        <translation>das Ziel fehlt</translation>
    </message>
    <message>
        <source>it has no {}</source>
        <translation>{} fehlt</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>das ist kein Objekt</translation>
    </message>
    <message>
        <source>it is of the type {}, which marks no words</source>
        <translation>sie ist vom Typ {}, der keine Wörter markiert</translation>
    </message>
    <message>
        <source>it is {}, which is no label on a place</source>
        <translation>sie ist {}, also kein Label an einer Stelle</translation>
    </message>
    <message>
        <source>it leads from an annotation to itself</source>
        <translation>sie führt von einer Annotation zu ihr selbst</translation>
    </message>
    <message>
        <source>its aliases are no list</source>
        <translation>ihre anderen Namen sind keine Liste</translation>
    </message>
    <message>
        <source>its attribute {} cannot be kept</source>
        <translation>ihr Merkmal {} lässt sich nicht bewahren</translation>
    </message>
    <message>
        <source>its attributes are no object</source>
        <translation>ihre Merkmale sind kein Objekt</translation>
    </message>
    <message>
        <source>its attributes {} are no object of JSON</source>
        <translation>ihre Merkmale {} sind kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its characters [{}, {}) hold {}, but its tokens {} to {} are {}, [{}, {})</source>
        <translation>ihre Zeichen [{}, {}) enthalten {}, ihre Tokens {} bis {} aber sind {}, [{}, {})</translation>
    </message>
    <message>
        <source>its end {} did not come in</source>
        <translation>ihr Ende {} kam nicht herein</translation>
    </message>
    <message>
        <source>its end {} is not among the spans that came in</source>
        <translation>ihr Ende {} ist nicht unter den Stellen, die hereinkamen</translation>
    </message>
    <message>
        <source>its fragments are no list of [start, end]</source>
        <translation>ihre Teile sind keine Liste von [start, end]</translation>
    </message>
    <message>
        <source>its messages are no list</source>
        <translation>ihre Nachrichten sind keine Liste</translation>
    </message>
    <message>
        <source>its target {} is not among the spans that came in</source>
        <translation>ihr Ziel {} ist nicht unter den Stellen, die hereinkamen</translation>
    </message>
    <message>
        <source>its value {} is no text</source>
        <translation>ihr Wert {} ist kein Text</translation>
    </message>
    <message>
        <source>its value {} is none of {}</source>
        <translation>ihr Wert {} ist keiner von {}</translation>
    </message>
    <message>
        <source>its verdict {} is none of {}</source>
        <translation>ihr Urteil {} ist keines von {}</translation>
    </message>
    <message>
        <source>its {} is neither an entity nor a span</source>
        <translation>{} davon ist weder eine Entität noch eine Stelle</translation>
    </message>
    <message>
        <source>its {} is no text</source>
        <translation>{} davon ist kein Text</translation>
    </message>
    <message>
        <source>its {} is the token {}, which tells no single span</source>
        <translation>{} davon ist das Token {}, das keine einzelne Stelle nennt</translation>
    </message>
    <message>
        <source>its {} {} cannot be kept</source>
        <translation>{} {} davon lässt sich nicht bewahren</translation>
    </message>
    <message>
        <source>its {} {} is none of {}</source>
        <translation>{} {} davon ist keines von {}</translation>
    </message>
    <message>
        <source>its {} {} is not among the spans that came in</source>
        <translation>{} {} davon ist nicht unter den Stellen, die hereinkamen</translation>
    </message>
    <message>
        <source>its {} {} is too long or has characters that cannot be seen</source>
        <translation>{} {} davon ist zu lang oder hat unsichtbare Zeichen</translation>
    </message>
    <message>
        <source>its {} {}, [{}, {}), bears no label that came in</source>
        <translation>{} {} davon, [{}, {}), trägt kein Label, das hereinkam</translation>
    </message>
    <message>
        <source>needs the package that reads PDF files. Nothing was imported from it. Install it (pip install pypdf) and import it again.</source>
        <translation>braucht das Paket, das PDF-Dateien liest. Nichts wurde daraus importiert. Es installieren (pip install pypdf) und noch einmal importieren.</translation>
    </message>
    <message>
        <source>needs the package that reads workbooks. Nothing was imported from it. Install it (pip install openpyxl), or save the sheet as CSV, and import it again.</source>
        <translation>braucht das Paket, das Arbeitsmappen liest. Nichts wurde daraus importiert. Es installieren (pip install openpyxl) oder das Blatt als CSV speichern und noch einmal importieren.</translation>
    </message>
    <message>
        <source>needs the packages that read web pages. Nothing was imported from it. Install them (pip install trafilatura readability-lxml) and import it again.</source>
        <translation>braucht die Pakete, die Webseiten lesen. Nichts wurde daraus importiert. Sie installieren (pip install trafilatura readability-lxml) und noch einmal importieren.</translation>
    </message>
    <message>
        <source>none of its selectors tells a place in a text</source>
        <translation>keiner ihrer Selektoren nennt eine Stelle in einem Text</translation>
    </message>
    <message>
        <source>number {}</source>
        <translation>Nummer {}</translation>
    </message>
    <message>
        <source>offset {} lies inside one character of two UTF-16 units</source>
        <translation>Position {} liegt in einem Zeichen aus zwei UTF-16-Einheiten</translation>
    </message>
    <message>
        <source>offset {} lies inside one visible character</source>
        <translation>Position {} liegt in einem sichtbaren Zeichen</translation>
    </message>
    <message>
        <source>offset {} lies outside the text</source>
        <translation>Position {} liegt außerhalb des Textes</translation>
    </message>
    <message>
        <source>one of its ends did not come in</source>
        <translation>eines ihrer Enden kam nicht herein</translation>
    </message>
    <message>
        <source>one of its messages is no object</source>
        <translation>eine ihrer Nachrichten ist kein Objekt</translation>
    </message>
    <message>
        <source>start {} and end {} are no whole numbers</source>
        <translation>Anfang {} und Ende {} sind keine ganzen Zahlen</translation>
    </message>
    <message>
        <source>start {} and end {} are not those of its fragments</source>
        <translation>Anfang {} und Ende {} sind nicht die ihrer Teile</translation>
    </message>
    <message>
        <source>the project has no such article, and the table holds no text of it. Import the article first, or add a column “article_text”.</source>
        <translation>das Projekt hat keinen solchen Artikel, und die Tabelle enthält seinen Text nicht. Zuerst den Artikel importieren oder eine Spalte „article_text“ hinzufügen.</translation>
    </message>
    <message>
        <source>the region {} has no start and end in the text</source>
        <translation>der Bereich {} hat weder Anfang noch Ende im Text</translation>
    </message>
    <message>
        <source>the words {} stand in more than one place</source>
        <translation>die Wörter {} stehen an mehr als einer Stelle</translation>
    </message>
    <message>
        <source>the words {} stand nowhere in the text</source>
        <translation>die Wörter {} stehen nirgends im Text</translation>
    </message>
    <message>
        <source>would unpack to {} MB; at most are {} MB in all, {} MB and {} times the packed size a file</source>
        <translation>hätte entpackt {} MB; höchstens sind es {} MB im Ganzen, je Datei {} MB und das {}-fache der gepackten Größe</translation>
    </message>
    <message>
        <source>{} Nothing was assigned.</source>
        <translation>{} Nichts wurde zugeteilt.</translation>
    </message>
    <message>
        <source>{} at {} to {} fits no single label</source>
        <translation>{} bei {} bis {} passt zu keinem einzelnen Label</translation>
    </message>
    <message>
        <source>{} belongs to something else. Nothing was exported. Choose another folder.</source>
        <translation>{} gehört zu etwas anderem. Nichts wurde exportiert. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{} belongs to the project. Nothing was written. Choose another name.</source>
        <translation>{} gehört zum Projekt. Nichts wurde geschrieben. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{} cannot be a newer version of itself. Nothing was changed.</source>
        <translation>{} kann nicht seine eigene neuere Fassung sein. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{} cannot be changed: it or its folder is read-only. Nothing was changed. Copy the project to a folder of yours and open the copy.</source>
        <translation>{} lässt sich nicht ändern: Datei oder Ordner sind schreibgeschützt. Nichts wurde geändert. Das Projekt in einen eigenen Ordner kopieren und die Kopie öffnen.</translation>
    </message>
    <message>
        <source>{} cannot be changed: the file is read-only. Nothing was changed. Copy the project to a folder of yours and open the copy.</source>
        <translation>{} lässt sich nicht ändern: Die Datei ist schreibgeschützt. Nichts wurde geändert. Das Projekt in einen eigenen Ordner kopieren und die Kopie öffnen.</translation>
    </message>
    <message>
        <source>{} cannot be copied before it is brought up to date ({}). It was not changed. Copy it to a folder of yours and open the copy.</source>
        <translation>{} lässt sich vor der Umstellung nicht kopieren ({}). Es wurde nicht geändert. Es in einen eigenen Ordner kopieren und die Kopie öffnen.</translation>
    </message>
    <message>
        <source>{} cannot be made: the disk refuses it. Nothing was made. Free some space on the disk, or choose another folder.</source>
        <translation>{} lässt sich nicht anlegen: Der Datenträger verweigert es. Nichts wurde angelegt. Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{} cannot be made: {}. Nothing was made. Choose another folder.</source>
        <translation>{} lässt sich nicht anlegen: {}. Nichts wurde angelegt. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{} cannot be opened. Nothing was changed. Check that the file exists and that you may read it and its folder.</source>
        <translation>{} lässt sich nicht öffnen. Nichts wurde geändert. Prüfen, ob es die Datei gibt und ob sie und ihr Ordner gelesen werden dürfen.</translation>
    </message>
    <message>
        <source>{} cannot be read ({}). {} Make it readable for you and try again.</source>
        <translation>{} ist nicht lesbar ({}). {} Es lesbar machen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{} cannot be read here with {}, which holds its latest steps. Nothing was changed. Copy both to a folder of yours that has room and open the copy.</source>
        <translation>{} lässt sich hier nicht zusammen mit {} lesen, wo die letzten Schritte stehen. Nichts wurde geändert. Beide in einen eigenen Ordner mit freiem Platz kopieren und die Kopie öffnen.</translation>
    </message>
    <message>
        <source>{} cannot be written ({}). Your keys are as they were. Choose another folder.</source>
        <translation>{} lässt sich nicht schreiben ({}). Die Tasten sind wie zuvor. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Everything saved before is safe. Free some space on the disk and try again.</source>
        <translation>{} kann nicht geschrieben werden: {}. Alles bisher Gespeicherte ist sicher. Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{} exists already. It was not changed. Choose another name, or open it with: annotator open</source>
        <translation>{} gibt es schon. Es wurde nicht geändert. Einen anderen Namen wählen oder es öffnen mit: annotator open</translation>
    </message>
    <message>
        <source>{} exists already. Nothing was written. Choose another name, or replace it with --force.</source>
        <translation>{} gibt es schon. Nichts wurde geschrieben. Einen anderen Namen wählen oder es mit --force ersetzen.</translation>
    </message>
    <message>
        <source>{} hangs on {}, which was refused.</source>
        <translation>{} hängt an {}, das abgelehnt wurde.</translation>
    </message>
    <message>
        <source>{} has no attribute {}.</source>
        <translation>{} hat kein Merkmal {}.</translation>
    </message>
    <message>
        <source>{} has no value for “{}”: {} came in without it.</source>
        <translation>{} hat keinen Wert für „{}“: {} kam ohne ihn herein.</translation>
    </message>
    <message>
        <source>{} has no value for “{}”: {} refused.</source>
        <translation>{} hat keinen Wert für „{}“: {} abgelehnt.</translation>
    </message>
    <message>
        <source>{} has nothing for the attribute “{}”: {} came in without it.</source>
        <translation>{} hat nichts für das Merkmal „{}“: {} kam ohne es herein.</translation>
    </message>
    <message>
        <source>{} has the extension .{}, which is not known. Nothing was imported from it. {}</source>
        <translation>{} hat die Endung .{}, die nicht bekannt ist. Daraus wurde nichts importiert. {}</translation>
    </message>
    <message>
        <source>{} has work by {} already; only the rest came in.</source>
        <translation>{} hat schon Arbeit von {}; nur der Rest kam herein.</translation>
    </message>
    <message>
        <source>{} has {} lines, and one article may have {}. Nothing was imported from it. Split the article and import the parts.</source>
        <translation>{} hat {} Zeilen, ein Artikel darf {} haben. Daraus wurde nichts importiert. Den Artikel teilen und die Teile importieren.</translation>
    </message>
    <message>
        <source>{} holds a value twice: {}.</source>
        <translation>{} enthält einen Wert zweimal: {}.</translation>
    </message>
    <message>
        <source>{} holds no columns of tags such as B-claim and O. Nothing was imported from it. {}</source>
        <translation>{} enthält keine Spalten mit Marken wie B-claim und O. Daraus wurde nichts importiert. {}</translation>
    </message>
    <message>
        <source>{} is a newer version of {}; nothing of its labels was moved.</source>
        <translation>{} ist eine neuere Fassung von {}; keines seiner Labels wurde verschoben.</translation>
    </message>
    <message>
        <source>{} is damaged or no zip file. {} Fetch it again, or unpack it and import the folder.</source>
        <translation>{} ist beschädigt oder keine Zip-Datei. {} Sie noch einmal holen oder entpacken und den Ordner importieren.</translation>
    </message>
    <message>
        <source>{} is in the project already.</source>
        <translation>{} ist schon im Projekt.</translation>
    </message>
    <message>
        <source>{} is left out: another line has its id.</source>
        <translation>{} wird weggelassen: Eine andere Zeile hat dieselbe ID.</translation>
    </message>
    <message>
        <source>{} is left out: it has {} arguments, more than {}.</source>
        <translation>{} wird weggelassen: {} Argumente sind mehr als {}.</translation>
    </message>
    <message>
        <source>{} is left out: there is no {}.</source>
        <translation>{} wird weggelassen: Es gibt kein {}.</translation>
    </message>
    <message>
        <source>{} is left out: {} does not follow the rules of brat.</source>
        <translation>{} wird weggelassen: {} folgt nicht den Regeln von brat.</translation>
    </message>
    <message>
        <source>{} is left out: {}.</source>
        <translation>{} wird weggelassen: {}.</translation>
    </message>
    <message>
        <source>{} is no feed: it has neither items nor entries. Nothing was imported from it. {}</source>
        <translation>{} ist kein Feed: Es gibt darin weder Einträge noch Meldungen. Daraus wurde nichts importiert. {}</translation>
    </message>
    <message>
        <source>{} is no file. Nothing was changed. Choose a {} file.</source>
        <translation>{} ist keine Datei. Nichts wurde geändert. Eine {}-Datei wählen.</translation>
    </message>
    <message>
        <source>{} is no value of {}; it has {}.</source>
        <translation>{} ist kein Wert von {}; es hat {}.</translation>
    </message>
    <message>
        <source>{} is not UTF-8: byte {} (0x{}) cannot be read. {}. {} {}</source>
        <translation>{} ist nicht UTF-8: Byte {} (0x{}) ist nicht lesbar. {}. {} {}</translation>
    </message>
    <message>
        <source>{} is not where it was: it was moved, deleted or replaced. Your work is kept here and is saved as soon as the file is back in its place.</source>
        <translation>{} ist nicht mehr an seinem Ort: Die Datei wurde verschoben, gelöscht oder ersetzt. Ihre Arbeit bleibt hier erhalten und wird gespeichert, sobald die Datei wieder an ihrem Platz ist.</translation>
    </message>
    <message>
        <source>{} is not {}, as it should be. The rest was not read. {}</source>
        <translation>{} ist nicht {}, wie es sein sollte. Der Rest wurde nicht gelesen. {}</translation>
    </message>
    <message>
        <source>{} is too big for one article{}. {} Split it into files of at most {} MB and import those.</source>
        <translation>{} ist zu groß für einen Artikel{}. {} Es in Dateien von höchstens {} MB teilen und diese importieren.</translation>
    </message>
    <message>
        <source>{} is word for word {}, which is in the project already</source>
        <translation>{} ist Wort für Wort {}, das schon im Projekt ist</translation>
    </message>
    <message>
        <source>{} links to a file that is not there. {}</source>
        <translation>{} verweist auf eine Datei, die es nicht gibt. {}</translation>
    </message>
    <message>
        <source>{} passages do not stand in the page as they were extracted, the first is “{}”. Compare them with the page.</source>
        <translation>{} Absätze stehen nicht so in der Seite, wie sie herausgelesen wurden, der erste ist „{}“. Sie mit der Seite vergleichen.</translation>
    </message>
    <message>
        <source>{} refused, for an end of each did not come in.</source>
        <translation>{} abgelehnt, denn ein Ende von jeder kam nicht herein.</translation>
    </message>
    <message>
        <source>{} says nothing that can be kept</source>
        <translation>{} sagt nichts, was sich bewahren lässt</translation>
    </message>
    <message>
        <source>{} takes a list of values, not {}.</source>
        <translation>{} nimmt eine Liste von Werten, nicht {}.</translation>
    </message>
    <message>
        <source>{} takes a number, not {}.</source>
        <translation>{} nimmt eine Zahl, nicht {}.</translation>
    </message>
    <message>
        <source>{} takes text, not {}.</source>
        <translation>{} nimmt Text, nicht {}.</translation>
    </message>
    <message>
        <source>{} {} in no cluster. Nothing was changed. List the clusters with: annotator duplicates</source>
        <translation>{} {} in keiner Gruppe. Nichts wurde geändert. Die Gruppen auflisten mit: annotator duplicates</translation>
    </message>
    <message>
        <source>{} {} the whole of the cluster. Nothing was changed. Name only those that are to leave it.</source>
        <translation>{} {} die ganze Gruppe. Nichts wurde geändert. Nur die nennen, die sie verlassen sollen.</translation>
    </message>
    <message>
        <source>{}, not {} as it says, which stands nowhere else</source>
        <translation>{}, nicht {}, wie angegeben, was sonst nirgends steht</translation>
    </message>
    <message>
        <source>{}, not {} as it says; these words stand at {}{}. {}</source>
        <translation>{}, nicht {}, wie angegeben; diese Wörter stehen bei {}{}. {}</translation>
    </message>
    <message>
        <source>{}, {}, cuts one visible character; the whole ones are {}, {}</source>
        <translation>{}, {}, zerschneidet ein sichtbares Zeichen; die ganzen sind {}, {}</translation>
    </message>
    <message>
        <source>{}: {} It came in without.</source>
        <translation>{}: {} Es kam ohne das herein.</translation>
    </message>
    <message>
        <source>{}: {} Nothing was imported from it. {}</source>
        <translation>{}: {} Daraus wurde nichts importiert. {}</translation>
    </message>
    <message>
        <source>{} holds no keys. Your keys are as they were. Choose a file that “Export…” of this page has written.</source>
        <translation>{} enthält keine Tasten. Die Tasten sind wie zuvor. Eine Datei wählen, die „Exportieren…“ auf dieser Seite geschrieben hat.</translation>
    </message>
    <message>
        <source>{} cannot be changed: {} takes no new file ({}). Nothing was changed. Copy the project to a folder of yours that has room and open the copy.</source>
        <translation>{} lässt sich nicht ändern: {} nimmt keine neue Datei auf ({}). Nichts wurde geändert. Das Projekt in einen eigenen Ordner mit freiem Platz kopieren und die Kopie öffnen.</translation>
    </message>
    <message>
        <source>{} holds the last steps of another project that was called {}. Nothing was made. Choose another name, or move that file away first.</source>
        <translation>{} enthält die letzten Schritte eines anderen Projekts, das {} hieß. Nichts wurde angelegt. Einen anderen Namen wählen oder diese Datei zuerst wegschieben.</translation>
    </message>
    <message>
        <source>{} is a folder, not a project. Give the name of a {} file.</source>
        <translation>{} ist ein Ordner, kein Projekt. Den Namen einer {}-Datei nennen.</translation>
    </message>
    <message>
        <source>{} is being written by another program. Nothing was changed. Try again when it has finished.</source>
        <translation>{} wird gerade von einem anderen Programm geschrieben. Es wurde nichts geändert. Versuchen Sie es noch einmal, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>{} is being written by another program. Your work is kept here and is saved as soon as that has finished. Close the other program if it takes long.</source>
        <translation>{} wird gerade von einem anderen Programm geschrieben. Ihre Arbeit bleibt hier erhalten und wird gespeichert, sobald es fertig ist. Schließen Sie das andere Programm, falls es lange dauert.</translation>
    </message>
    <message>
        <source>{} is in the project already. Nobody was added.</source>
        <translation>{} ist schon im Projekt. Niemand wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>{} is no file. {} Choose a file or a folder.</source>
        <translation>{} ist keine Datei. {} Eine Datei oder einen Ordner wählen.</translation>
    </message>
    <message>
        <source>{} is no folder, and a name without a suffix means one. Nothing was written. Choose a name with a suffix, such as labels.jsonl, or another folder.</source>
        <translation>{} ist kein Ordner, und ein Name ohne Endung meint einen. Nichts wurde geschrieben. Einen Namen mit Endung wählen, etwa labels.jsonl, oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{} is no text: byte {} is NUL, as in pictures and programs. {} Save the article as plain text in UTF-8 and import that.</source>
        <translation>{} ist kein Text: Byte {} ist NUL wie in Bildern und Programmen. {} Den Artikel als reinen Text in UTF-8 speichern und diesen importieren.</translation>
    </message>
    <message>
        <source>{} is no tokenizer.json ({}). {} Give builtin, whitespace, or the path of a tokenizer.json.</source>
        <translation>{} ist keine tokenizer.json ({}). {} builtin, whitespace oder den Pfad einer tokenizer.json angeben.</translation>
    </message>
    <message>
        <source>{} is not an Annotator project, or its beginning is damaged. It was not changed. Choose another file, or open a backup of the project.</source>
        <translation>{} ist kein Annotator-Projekt, oder sein Anfang ist beschädigt. Es wurde nicht geändert. Eine andere Datei wählen oder eine Sicherung des Projekts öffnen.</translation>
    </message>
    <message>
        <source>{} is not an Annotator project. It was not changed. Choose a {} file, or bring articles in with: annotator import</source>
        <translation>{} ist kein Annotator-Projekt. Es wurde nicht geändert. Eine {}-Datei wählen oder Artikel hereinholen mit: annotator import</translation>
    </message>
    <message>
        <source>{} is open elsewhere ({}). Nothing was changed. Close it there, or work on a copy.</source>
        <translation>{} ist anderswo geöffnet ({}). Nichts wurde geändert. Dort schließen oder mit einer Kopie arbeiten.</translation>
    </message>
    <message>
        <source>{} is the adjudicated layer and nobody&apos;s name. Nobody was added.</source>
        <translation>{} ist die entschiedene Ebene und niemandes Name. Niemand wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>{} is the name of a file that lies beside a dataset. Nothing was written. Choose another name.</source>
        <translation>{} heißt eine Datei, die neben einem Datensatz liegt. Nichts wurde geschrieben. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{} is the only editor. Nothing was changed. Make somebody else an editor first.</source>
        <translation>{} ist die einzige Person in der Redaktion. Nichts wurde geändert. Zuerst jemand anderen in die Redaktion nehmen.</translation>
    </message>
    <message>
        <source>{} is the project itself. Nothing was written. Choose another name.</source>
        <translation>{} ist das Projekt selbst. Nichts wurde geschrieben. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{} is too big to be a tokeniser. {} Choose another file.</source>
        <translation>{} ist zu groß für einen Tokenizer. {} Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{} not decided yet. Nothing was changed. D leads to the next.</source>
        <translation>{} noch nicht entschieden. Nichts wurde geändert. D führt zur nächsten.</translation>
    </message>
    <message>
        <source>{} was made by an older version. It was not changed. Open it once in the window to bring it up to date, or let a command write to it, such as: annotator import</source>
        <translation>{} stammt aus einer älteren Version. Es wurde nicht geändert. Einmal im Fenster öffnen, dann ist es auf dem neuen Stand, oder einen Befehl hineinschreiben lassen, etwa: annotator import</translation>
    </message>
    <message>
        <source>{} was made with a newer version of Annotator (file version {}, this program knows {}). It was not changed. Update the program.</source>
        <translation>{} stammt aus einer neueren Version von Annotator (Dateiversion {}, dieses Programm kennt {}). Es wurde nicht geändert. Das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>{} worked on what came with this import since: {} labels, relations and other things. Nothing was removed. Say that this work goes too (--with-work), or export it first.</source>
        <translation>{} hat seither an dem gearbeitet, was mit diesem Import kam: {} Labels, Verknüpfungen und anderes. Nichts wurde entfernt. Sagen, dass diese Arbeit mitgeht (--with-work), oder sie zuerst exportieren.</translation>
    </message>
    <message>
        <source>{} {} not match the text any more. Nothing was exported, and the project is unchanged. Run `annotator check` on it.</source>
        <translation>{} {} nicht mehr zum Text. Nichts wurde exportiert, das Projekt ist unverändert. Darauf `annotator check` ausführen.</translation>
    </message>
    <message>
        <source>{} {}, so there is nothing to carry over. Nothing was changed.</source>
        <translation>{} {}, also gibt es nichts zu übertragen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{} {}. {} Unpack it yourself and import the folder.</source>
        <translation>{} {}. {} Selbst entpacken und den Ordner importieren.</translation>
    </message>
    <message>
        <source>{}: {} Nothing was imported from it.</source>
        <translation>{}: {} Nichts wurde daraus importiert.</translation>
    </message>
    <message>
        <source>{}: {} Nothing was imported from it. Export it again.</source>
        <translation>{}: {} Nichts wurde daraus importiert. Noch einmal exportieren.</translation>
    </message>
    <message>
        <source>{}; only its labels came in.</source>
        <translation>{}; nur die Labels kamen herein.</translation>
    </message>
    <message>
        <source>“label:{}” is not known. Nothing was searched. Choose one of: {}.</source>
        <translation>„label:{}“ ist nicht bekannt. Nichts wurde gesucht. Eines davon wählen: {}.</translation>
    </message>
    <message>
        <source>“{}:{}” is not known. Nothing was searched. Choose one of: {}.</source>
        <translation>„{}:{}“ ist unbekannt. Nichts wurde gesucht. Eines davon wählen: {}.</translation>
    </message>
    <message>
        <source>“{}:” has no value. Nothing was searched. Give one{}.</source>
        <translation>„{}:“ hat keinen Wert. Nichts wurde gesucht. Einen angeben{}.</translation>
    </message>
    <message>
        <source>“{}” can be nobody&apos;s name. Nobody was added. A name needs visible characters and nothing else, at most {}.</source>
        <translation>„{}“ kann niemandes Name sein. Niemand wurde hinzugefügt. Ein Name hat sichtbare Zeichen und sonst nichts, höchstens {}.</translation>
    </message>
    <message>
        <source>“{}” can be nobody&apos;s name. Nothing was changed.</source>
        <translation>„{}“ kann niemandes Name sein. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{}” cannot lead from {} to {}. Nothing was changed.</source>
        <translation>„{}“ kann nicht von {} zu {} führen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{}” goes by “{}” already. Nothing was changed. Merge the two, or choose another name.</source>
        <translation>„{}“ heißt schon „{}“. Nichts wurde geändert. Die beiden vereinen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{}” holds bytes that are no text, so it is nowhere in {} and cannot come in. Nothing was changed. Write it anew.</source>
        <translation>„{}“ enthält Bytes, die kein Text sind, steht daher nirgends in {} und kann nicht herein. Nichts wurde geändert. Neu eingeben.</translation>
    </message>
    <message>
        <source>“{}” is labelled as a sentiment here, so the cell says what it shows. Nothing was changed. Clear the cell first: Del removes the label.</source>
        <translation>„{}“ ist hier als Stimmung ausgezeichnet, also sagt die Zelle, was dort steht. Nichts wurde geändert. Zuerst die Zelle leeren: Entf entfernt das Label.</translation>
    </message>
    <message>
        <source>“{}” is no date. Nothing was changed. Write it as 2026-03-14, or 2026-03 or 2026 where less is known.</source>
        <translation>„{}“ ist kein Datum. Nichts wurde geändert. So ist es zu schreiben: 2026-03-14, oder 2026-03 oder 2026, wo weniger bekannt ist.</translation>
    </message>
    <message>
        <source>“{}” is no share of a split. Nothing was exported. Write for example --split train=80,dev=10,test=10.</source>
        <translation>„{}“ ist kein Anteil eines Teils. Nichts wurde exportiert. Zum Beispiel --split train=80,dev=10,test=10 schreiben.</translation>
    </message>
    <message>
        <source>“{}” joins annotations of one article. Nothing was changed.</source>
        <translation>„{}“ verbindet Annotationen eines Artikels. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{}” joins these two already and excludes “{}”.</source>
        <translation>„{}“ verbindet diese beiden schon und schließt „{}“ aus.</translation>
    </message>
    <message>
        <source>“{}” may leave an annotation {} time(s) only. Remove the link that is there first.</source>
        <translation>„{}“ darf nur {}-mal von einer Annotation ausgehen. Zuerst die vorhandene Verknüpfung entfernen.</translation>
    </message>
    <message>
        <source>“{}” would run in a circle. Nothing was changed.</source>
        <translation>„{}“ würde im Kreis führen. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>{} articles</source>
        <translation>{} Artikel</translation>
    </message>
</context>
<context>
    <name>Crediting</name>
    <message>
        <source>A digit chooses, nearest first · Esc leaves</source>
        <translation>Eine Ziffer wählt, das Nächste zuerst · Esc verlässt</translation>
    </message>
    <message>
        <source>No claim before this one has a source.</source>
        <translation>Keine Aussage davor hat eine Quelle.</translation>
    </message>
    <message>
        <source>No claim or quote is in this sentence. C labels one.</source>
        <translation>In diesem Satz ist keine Aussage und kein Zitat. C zeichnet eine aus.</translation>
    </message>
    <message>
        <source>No other source is labelled. Select this source, then the words of the other one, and press S.</source>
        <translation>Keine andere Quelle ist ausgezeichnet. Diese Quelle wählen, dann die Wörter der anderen auswählen und S drücken.</translation>
    </message>
    <message>
        <source>Select a source first, or a claim that has one: E, or a click.</source>
        <translation>Zuerst eine Quelle auswählen oder eine Aussage, die eine hat: E oder ein Klick.</translation>
    </message>
    <message>
        <source>Source again: {} · Z takes it back</source>
        <translation>Wieder diese Quelle: {} · Z nimmt es zurück</translation>
    </message>
    <message>
        <source>The scheme of this project has no such link.</source>
        <translation>Das Schema dieses Projekts hat keine solche Verknüpfung.</translation>
    </message>
    <message>
        <source>Without a source: {} · Z takes it back</source>
        <translation>Ohne Quelle: {} · Z nimmt es zurück</translation>
    </message>
    <message>
        <source>“{}” is reported via</source>
        <translation>„{}“ wird berichtet über</translation>
    </message>
    <message>
        <source>“{}” is reported via “{}”</source>
        <translation>„{}“ wird berichtet über „{}“</translation>
    </message>
</context>
<context>
    <name>DashboardScreen</name>
    <message>
        <source>All annotators</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>J/K move · Enter opens the article · Esc closes the cases</source>
        <translation>J/K bewegt · Eingabe öffnet den Artikel · Esc schließt die Fälle</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>Measuring… {} %</source>
        <translation>Wird gemessen… {} %</translation>
    </message>
    <message>
        <source>Save the dashboard</source>
        <translation>Übersicht speichern</translation>
    </message>
    <message>
        <source>Saved {}.</source>
        <translation>{} gespeichert.</translation>
    </message>
    <message>
        <source>Tab next chart · arrows go from number to number · Enter cases · Esc back</source>
        <translation>Tab nächstes Diagramm · Pfeile von Zahl zu Zahl · Eingabe Fälle · Esc zurück</translation>
    </message>
    <message>
        <source>The dashboard is copied as a picture.</source>
        <translation>Die Übersicht ist als Bild kopiert.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Choose another folder.</source>
        <translation>{} kann nicht geschrieben werden: {}. Einen anderen Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>A digit or ↑ ↓ for the verdict, then words · Enter gives it · Esc</source>
        <translation>Ziffer oder ↑ ↓ für das Urteil, dann Wörter · Eingabe gibt es ab · Esc</translation>
    </message>
    <message>
        <source>A digit, or ↑ ↓ and Enter · Esc leaves</source>
        <translation>Eine Ziffer, oder ↑ ↓ und Eingabe · Esc verlässt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Answer and close this flag</source>
        <translation>Diese Rückfrage beantworten und schließen</translation>
    </message>
    <message>
        <source>Answer and close {} flags</source>
        <translation>{} Rückfragen beantworten und schließen</translation>
    </message>
    <message>
        <source>Boilerplate accepted: {} · Z takes it back</source>
        <translation>Beiwerk übernommen: {} · Z nimmt es zurück</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Done · Z takes all of it back.</source>
        <translation>Fertig · Z nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Enter closes them, with or without words · Esc leaves</source>
        <translation>Eingabe schließt sie, mit oder ohne Wörter · Esc verlässt</translation>
    </message>
    <message>
        <source>No flag is open on these passages.</source>
        <translation>Zu diesen Fundstellen ist keine Rückfrage offen.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Set which attribute of this passage?</source>
        <translation>Welches Merkmal dieser Fundstelle setzen?</translation>
    </message>
    <message>
        <source>Set which attribute of {} passages?</source>
        <translation>Welches Merkmal von {} Fundstellen setzen?</translation>
    </message>
    <message>
        <source>Suggestions are decided on one by one in this project.</source>
        <translation>Vorschläge werden in diesem Projekt einzeln entschieden.</translation>
    </message>
    <message>
        <source>Suggestions may be decided on by the page in this project: V.</source>
        <translation>Vorschläge dürfen in diesem Projekt seitenweise entschieden werden: V.</translation>
    </message>
    <message>
        <source>That was the last suggestion of this article.</source>
        <translation>Das war der letzte Vorschlag dieses Artikels.</translation>
    </message>
    <message>
        <source>These are labels of others: V gives a verdict on them, F answers flags.</source>
        <translation>Das sind Labels anderer: V gibt ein Urteil ab, F beantwortet Rückfragen.</translation>
    </message>
    <message>
        <source>This article measures agreement: its suggestions are hidden.</source>
        <translation>Dieser Artikel misst die Übereinstimmung: Seine Vorschläge sind verborgen.</translation>
    </message>
    <message>
        <source>This article no longer measures agreement.</source>
        <translation>Dieser Artikel misst die Übereinstimmung nicht mehr.</translation>
    </message>
    <message>
        <source>Verdict on this passage</source>
        <translation>Urteil über diese Fundstelle</translation>
    </message>
    <message>
        <source>Verdict on {} passages</source>
        <translation>Urteil über {} Fundstellen</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>Warum, in ein paar Wörtern</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Richtlinie</translation>
    </message>
</context>
<context>
    <name>DetailsCommands</name>
    <message>
        <source>Kept. Ctrl+Z takes it back.</source>
        <translation>Behalten. Strg+Z nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>DetailsWindow</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Article details</source>
        <translation>Angaben zum Artikel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasst von</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Enter or Tab keeps a field; Esc puts it back, then closes.</source>
        <translation>Eingabe oder Tab behält ein Feld; Esc stellt es zurück und schließt dann.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Ressort</translation>
    </message>
    <message>
        <source>This is no code of a language, such as en or pt-BR. It is kept as it is.</source>
        <translation>Das ist kein Sprachkürzel wie en oder pt-BR. Es wird so behalten.</translation>
    </message>
    <message>
        <source>This is no date as 2026-03-14.</source>
        <translation>Das ist kein Datum wie 2026-03-14.</translation>
    </message>
    <message>
        <source>This is no whole address, such as https://post.example/news. It is kept.</source>
        <translation>Das ist keine vollständige Adresse wie https://post.example/news. Sie wird behalten.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>such as: 2026-03-14</source>
        <translation>etwa: 2026-03-14</translation>
    </message>
    <message>
        <source>such as: Ana Lindt, Ben Okri</source>
        <translation>etwa: Ana Lindt, Ben Okri</translation>
    </message>
    <message>
        <source>such as: CC BY 4.0</source>
        <translation>etwa: CC BY 4.0</translation>
    </message>
    <message>
        <source>such as: Politics</source>
        <translation>etwa: Politik</translation>
    </message>
    <message>
        <source>such as: The Example Post</source>
        <translation>etwa: Die Beispielpost</translation>
    </message>
    <message>
        <source>such as: en, de, pt-BR</source>
        <translation>etwa: en, de, pt-BR</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Nothing is selected. E selects an annotation of the sentence.</source>
        <translation>Nichts ist ausgewählt. E wählt eine Annotation des Satzes aus.</translation>
    </message>
    <message>
        <source>Select an annotation first (E), then words (→).</source>
        <translation>Zuerst eine Annotation auswählen (E), dann Wörter (→).</translation>
    </message>
    <message>
        <source>Select the words with → and Shift+→, or with the mouse.</source>
        <translation>Die Wörter mit → und Umschalt+→ oder mit der Maus auswählen.</translation>
    </message>
    <message>
        <source>The label cannot leave its paragraph or become empty.</source>
        <translation>Das Label kann seinen Absatz nicht verlassen und nicht leer werden.</translation>
    </message>
    <message>
        <source>{} · Z brings it back.</source>
        <translation>{} · Z bringt es zurück.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing to review</source>
        <translation>Nichts zu prüfen</translation>
    </message>
</context>
<context>
    <name>Entities</name>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Ausgezeichnet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>nicht ausgezeichnet</translation>
    </message>
</context>
<context>
    <name>EntitiesWindow</name>
    <message>
        <source>&amp;Merge into</source>
        <translation>&amp;Vereinen mit</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Also &amp;known as</source>
        <translation>&amp;Auch bekannt als</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>Auch bekannt als</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>Find an entity</source>
        <translation>Eine Entität suchen</translation>
    </message>
    <message>
        <source>List of entities</source>
        <translation>Liste der Entitäten</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Vereinen mit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Name of the entity</source>
        <translation>Name der Entität</translation>
    </message>
    <message>
        <source>No entities yet. Select a source or a sentiment in the article and fill in its field Entity: all places of one person or body are then listed here.</source>
        <translation>Noch keine Entitäten. Im Artikel eine Quelle oder Stimmung auswählen und ihr Feld Entität ausfüllen: Dann stehen hier alle Stellen einer Person oder Einrichtung.</translation>
    </message>
    <message>
        <source>No entity has such a name.</source>
        <translation>Keine Entität heißt so.</translation>
    </message>
    <message>
        <source>Places of the entity</source>
        <translation>Fundstellen der Entität</translation>
    </message>
    <message>
        <source>Put ; between further names · Enter on a place goes there · Ctrl+Z undo · Esc close</source>
        <translation>Weitere Namen mit ; trennen · Eingabe auf einer Stelle geht dorthin · Strg+Z rückgängig · Esc schließt</translation>
    </message>
    <message>
        <source>WHERE IT STANDS</source>
        <translation>FUNDSTELLEN</translation>
    </message>
    <message>
        <source>WHERE IT STANDS · {} LABELLED · {} BY NAME ONLY</source>
        <translation>FUNDSTELLEN · {} AUSGEZEICHNET · {} NUR DEM NAMEN NACH</translation>
    </message>
    <message>
        <source>another name of the list, Enter</source>
        <translation>anderer Name der Liste, Eingabe</translation>
    </message>
    <message>
        <source>such as: the mayor; she</source>
        <translation>zum Beispiel: die Bürgermeisterin; sie</translation>
    </message>
</context>
<context>
    <name>EntityCommands</name>
    <message>
        <source>The list has no “{}”. Nothing was changed. Choose a name of it.</source>
        <translation>Die Liste hat kein „{}“. Nichts wurde geändert. Einen Namen daraus wählen.</translation>
    </message>
    <message>
        <source>{}. Ctrl+Z takes it back.</source>
        <translation>{}. Strg+Z nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>EntityField</name>
    <message>
        <source>All entities (Ctrl+Shift+E)</source>
        <translation>Alle Entitäten (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Namen eingeben</translation>
    </message>
    <message>
        <source>↓ {}</source>
        <translation>↓ {}</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>Entry</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>ExpectedList</name>
    <message>
        <source>Articles to come</source>
        <translation>Kommende Artikel</translation>
    </message>
</context>
<context>
    <name>ExpectedModel</name>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>{} labels</source>
        <translation>{} Labels</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>1  Gold</source>
        <translation>1  Gold</translation>
    </message>
    <message>
        <source>2  Votes of all</source>
        <translation>2  Stimmen aller</translation>
    </message>
    <message>
        <source>3  My annotations</source>
        <translation>3  Meine Annotationen</translation>
    </message>
    <message>
        <source>4  Everything</source>
        <translation>4  Alles</translation>
    </message>
    <message>
        <source>Annotators’ names</source>
        <translation>Namen der Auszeichnenden</translation>
    </message>
    <message>
        <source>Article labels</source>
        <translation>Artikellabels</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>Nach Artikeln</translation>
    </message>
    <message>
        <source>By cluster: copies stay together</source>
        <translation>Nach Gruppen: Kopien bleiben beisammen</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>Nach Datum</translation>
    </message>
    <message>
        <source>By outlet</source>
        <translation>Nach Medium</translation>
    </message>
    <message>
        <source>Every licence</source>
        <translation>Jede Lizenz</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Labelled words only</source>
        <translation>Nur ausgezeichnete Wörter</translation>
    </message>
    <message>
        <source>Leave out boilerplate</source>
        <translation>Beiwerk weglassen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verknüpfungen</translation>
    </message>
    <message>
        <source>No split</source>
        <translation>Nicht teilen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Offsets only</source>
        <translation>Nur Positionen</translation>
    </message>
    <message>
        <source>Only finished</source>
        <translation>Nur fertige</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Sentiment grid</source>
        <translation>Stimmungsraster</translation>
    </message>
    <message>
        <source>Shares of the splits</source>
        <translation>Anteile der Teile</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Teilen nach</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Where records are made of text: sentences, tokens, conversations.</source>
        <translation>Wo Datensätze aus Text gemacht werden: Sätze, Token, Gespräche.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
</context>
<context>
    <name>ExportLook</name>
    <message>
        <source>1 annotation</source>
        <translation>1 Annotation</translation>
    </message>
    <message>
        <source>1 article is left out</source>
        <translation>1 Artikel ist ausgelassen</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>Articles left out</source>
        <translation>Ausgelassene Artikel</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>FIRST LINE</source>
        <translation>ERSTE ZEILE</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>LEFT OUT</source>
        <translation>AUSGELASSEN</translation>
    </message>
    <message>
        <source>No gold labels yet. Choose “My annotations” (3), or review an article first.</source>
        <translation>Noch keine Gold-Labels. „Meine Annotationen“ (3) wählen oder zuerst einen Artikel prüfen.</translation>
    </message>
    <message>
        <source>Nothing would be written. Choose another preset or format.</source>
        <translation>Nichts würde geschrieben. Eine andere Vorlage oder ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>PROBLEMS, LEFT OUT</source>
        <translation>PROBLEME, AUSGELASSEN</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Writing the first line…</source>
        <translation>Die erste Zeile wird geschrieben …</translation>
    </message>
    <message>
        <source>{} annotations</source>
        <translation>{} Annotationen</translation>
    </message>
    <message>
        <source>{} articles are left out</source>
        <translation>{} Artikel sind ausgelassen</translation>
    </message>
    <message>
        <source>{} is no text that can be shown.</source>
        <translation>{} ist kein Text, der sich zeigen lässt.</translation>
    </message>
    <message>
        <source>{} problems</source>
        <translation>{} Probleme</translation>
    </message>
    <message>
        <source>{} · {} bytes</source>
        <translation>{} · {} Bytes</translation>
    </message>
</context>
<context>
    <name>ExportScreen</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Enter exports · 1–4 presets · Tab moves · Esc back</source>
        <translation>Eingabe exportiert · 1–4 Vorlagen · Tab bewegt · Esc zurück</translation>
    </message>
    <message>
        <source>Enter shows the article · Esc back to the first line</source>
        <translation>Eingabe zeigt den Artikel · Esc zurück zur ersten Zeile</translation>
    </message>
    <message>
        <source>Esc stops</source>
        <translation>Esc hält an</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exported {} to {}, with {}.</source>
        <translation>{} nach {} exportiert, mit {}.</translation>
    </message>
    <message>
        <source>Exported {} to {}.</source>
        <translation>{} nach {} exportiert.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Exporting… article {} of {}</source>
        <translation>Wird exportiert… Artikel {} von {}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name a file or a folder first.</source>
        <translation>Zuerst eine Datei oder einen Ordner nennen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The command is copied.</source>
        <translation>Der Befehl ist kopiert.</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Writes to</source>
        <translation>Schreibt nach</translation>
    </message>
    <message>
        <source>{} exists already. Enter again replaces it.</source>
        <translation>{} gibt es schon. Noch einmal Eingabe ersetzt es.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>, 95 % between {:.2f} and {:.2f}</source>
        <translation>, 95 % zwischen {:.2f} und {:.2f}</translation>
    </message>
    <message>
        <source>, covers {:.0%}</source>
        <translation>, deckt {:.0%} ab</translation>
    </message>
    <message>
        <source>, {} {} in {}</source>
        <translation>, {} {} in {}</translation>
    </message>
    <message>
        <source>95 of 100 draws</source>
        <translation>95 von 100 Ziehungen</translation>
    </message>
    <message>
        <source>; fewer than 30</source>
        <translation>; weniger als 30</translation>
    </message>
    <message>
        <source>Article: {}</source>
        <translation>Artikel: {}</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Attitude towards the same, by sentence</source>
        <translation>Haltung zum selben Ziel, je Satz</translation>
    </message>
    <message>
        <source>Cohen’s κ</source>
        <translation>Cohens κ</translation>
    </message>
    <message>
        <source>Cohen’s κ, linear weights</source>
        <translation>Cohens κ, lineare Gewichte</translation>
    </message>
    <message>
        <source>Cohen’s κ, squared weights</source>
        <translation>Cohens κ, quadratische Gewichte</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Deckt ab</translation>
    </message>
    <message>
        <source>Exactly the same words</source>
        <translation>Genau dieselben Wörter</translation>
    </message>
    <message>
        <source>Fleiss’ κ</source>
        <translation>Fleiss’ κ</translation>
    </message>
    <message>
        <source>Found at all</source>
        <translation>Überhaupt gefunden</translation>
    </message>
    <message>
        <source>Groups of the same claim</source>
        <translation>Gruppen derselben Aussage</translation>
    </message>
    <message>
        <source>Krippendorff’s α</source>
        <translation>Krippendorffs α</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Named alike, where both marked</source>
        <translation>Gleich benannt, wo beide markiert haben</translation>
    </message>
    <message>
        <source>Overlapping words</source>
        <translation>Überlappende Wörter</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Beruht auf</translation>
    </message>
    <message>
        <source>Same source, where both marked it</source>
        <translation>Dieselbe Quelle, wo beide sie markiert haben</translation>
    </message>
    <message>
        <source>Sections of the text</source>
        <translation>Abschnitte des Textes</translation>
    </message>
    <message>
        <source>The same words, whatever the label</source>
        <translation>Dieselben Wörter, gleich mit welchem Label</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>Wort für Wort</translation>
    </message>
    <message>
        <source>Words, half for overlapping ones</source>
        <translation>Wörter, überlappende zur Hälfte</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>matched pairs</source>
        <translation>zugeordnete Paare</translation>
    </message>
    <message>
        <source>needs two</source>
        <translation>braucht zwei</translation>
    </message>
    <message>
        <source>no overlap</source>
        <translation>keine Überschneidung</translation>
    </message>
    <message>
        <source>no variation</source>
        <translation>keine Unterschiede</translation>
    </message>
    <message>
        <source>nominal</source>
        <translation>nominal</translation>
    </message>
    <message>
        <source>not everybody judged the same units</source>
        <translation>nicht alle haben dieselben Einheiten beurteilt</translation>
    </message>
    <message>
        <source>nothing marked</source>
        <translation>nichts markiert</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation>ordinal</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>statements</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>targets in sentences</source>
        <translation>Ziele in Sätzen</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>{}, both ends found</source>
        <translation>{}, beide Enden gefunden</translation>
    </message>
    <message>
        <source>{}, end to end</source>
        <translation>{}, von Anfang bis Ende</translation>
    </message>
    <message>
        <source>{}, in order</source>
        <translation>{}, nach Rang</translation>
    </message>
    <message>
        <source>{}, of any kind</source>
        <translation>{}, gleich welcher Art</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>1 article imported</source>
        <translation>1 Artikel importiert</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>Everything is here. Look at what is noted below.</source>
        <translation>Alles ist da. Sehen Sie sich an, was unten vermerkt ist.</translation>
    </message>
    <message>
        <source>Everything is saved already.</source>
        <translation>Alles ist schon gespeichert.</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert…</translation>
    </message>
    <message>
        <source>Importing… {}</source>
        <translation>Wird importiert… {}</translation>
    </message>
    <message>
        <source>Articles (*.txt *.md *.markdown *.jsonl *.json *.csv *.tsv *.html *.htm *.mhtml *.mht *.webarchive *.pdf *.docx *.xlsx *.rss *.atom *.xml *.zip);;All files (*)</source>
        <translation>Artikel (*.txt *.md *.markdown *.jsonl *.json *.csv *.tsv *.html *.htm *.mhtml *.mht *.webarchive *.pdf *.docx *.xlsx *.rss *.atom *.xml *.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Files with labels</source>
        <translation>Dateien mit Labels</translation>
    </message>
    <message>
        <source>Labels to begin with</source>
        <translation>Labels für den Anfang</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>No import is running.</source>
        <translation>Kein Import läuft.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Projects (*.annotator)</source>
        <translation>Projekte (*.annotator)</translation>
    </message>
    <message>
        <source>Projects (*.annotator);;All files (*)</source>
        <translation>Projekte (*.annotator);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading the labels…</source>
        <translation>Labels werden gelesen …</translation>
    </message>
    <message>
        <source>The import is taken back. {} undoes it.</source>
        <translation>Der Import ist zurückgenommen. {} macht es rückgängig.</translation>
    </message>
    <message>
        <source>The import was stopped; nothing had come in.</source>
        <translation>Der Import wurde angehalten; nichts war hereingekommen.</translation>
    </message>
    <message>
        <source>The import was stopped; what had come in went again.</source>
        <translation>Der Import wurde angehalten; was hereingekommen war, ist wieder fort.</translation>
    </message>
    <message>
        <source>What could not be imported is listed below; everything else is here.</source>
        <translation>Was nicht importiert werden konnte, steht unten; alles andere ist da.</translation>
    </message>
    <message>
        <source>those in files of another tool…</source>
        <translation>die in Dateien eines anderen Programms …</translation>
    </message>
    <message>
        <source>{} articles imported</source>
        <translation>{} Artikel importiert</translation>
    </message>
    <message>
        <source>{} labels</source>
        <translation>{} Labels</translation>
    </message>
    <message>
        <source>{} problems</source>
        <translation>{} Probleme</translation>
    </message>
    <message>
        <source>{} were here already</source>
        <translation>{} waren schon da</translation>
    </message>
    <message>
        <source>{} · {} have the words of others: {}</source>
        <translation>{} · {} haben die Worte anderer: {}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close find</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Not in this article</source>
        <translation>Nicht in diesem Artikel</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Press {} to ask an editor; type why, then Enter.</source>
        <translation>{} stellt der Redaktion eine Rückfrage; Grund schreiben, dann Eingabe.</translation>
    </message>
    <message>
        <source>Press {} when the article is done. {} shows all keys.</source>
        <translation>{} drücken, wenn der Artikel fertig ist. {} zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>Press {}. Everything can be undone, also tomorrow.</source>
        <translation>{} drücken. Alles lässt sich rückgängig machen, auch morgen noch.</translation>
    </message>
    <message>
        <source>Press {}. This sentence is a claim.</source>
        <translation>{} drücken. Dieser Satz ist eine Aussage.</translation>
    </message>
    <message>
        <source>Select who or what is judged, and press {} or {} ({} is neutral).</source>
        <translation>Auswählen, wer oder was bewertet wird, und {} oder {} drücken ({} ist neutral).</translation>
    </message>
    <message>
        <source>Who says so? Press {0} to take the dotted words, or select others and press {0}.</source>
        <translation>Wer sagt das? {0} übernimmt die gepunkteten Wörter; oder andere auswählen und {0} drücken.</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>FlagDetail</name>
    <message>
        <source>Add a reply</source>
        <translation>Antwort hinzufügen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Enter replies and closes · Shift+Enter keeps it open · X no flag needed</source>
        <translation>Eingabe antwortet und schließt · Umschalt+Eingabe lässt offen · X keine Rückfrage nötig</translation>
    </message>
    <message>
        <source>Enter replies to all of them and closes them · Esc takes ticks away</source>
        <translation>Eingabe beantwortet und schließt alle · Esc nimmt die Häkchen fort</translation>
    </message>
    <message>
        <source>Enter replies · R opens it again</source>
        <translation>Eingabe antwortet · R öffnet wieder</translation>
    </message>
    <message>
        <source>Flagged passage</source>
        <translation>Stelle der Rückfrage</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Reply to {} flags</source>
        <translation>{} Rückfragen beantworten</translation>
    </message>
</context>
<context>
    <name>FlagFilters</name>
    <message>
        <source>All {}</source>
        <translation>Alle {}</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Answered {}</source>
        <translation>Beantwortet {}</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Every article</source>
        <translation>Jeder Artikel</translation>
    </message>
    <message>
        <source>Every reason</source>
        <translation>Jeder Grund</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Filter flags</source>
        <translation>Rückfragen filtern</translation>
    </message>
    <message>
        <source>Open {}</source>
        <translation>Offen {}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message>
        <source>Objection</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{} d</source>
        <translation>{} T</translation>
    </message>
    <message>
        <source>{} h</source>
        <translation>{} Std</translation>
    </message>
    <message>
        <source>{} min</source>
        <translation>{} Min</translation>
    </message>
</context>
<context>
    <name>FlagsScreen</name>
    <message>
        <source>/ filters · Esc back</source>
        <translation>/ filtert · Esc zurück</translation>
    </message>
    <message>
        <source>A digit or ↑ ↓ for the reason · Enter closes · Esc leaves</source>
        <translation>Ziffer oder ↑ ↓ für den Grund · Eingabe schließt · Esc verlässt</translation>
    </message>
    <message>
        <source>Enter replies and closes · Shift+Enter keeps open · Esc back</source>
        <translation>Eingabe antwortet und schließt · Umschalt+Eingabe lässt offen · Esc zurück</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>J/K move · Enter replies · O opens the article · Space ticks · X no flag needed · Esc</source>
        <translation>J/K bewegt · Eingabe antwortet · O öffnet den Artikel · Leertaste hakt an · X keine nötig · Esc</translation>
    </message>
    <message>
        <source>Known to the editors</source>
        <translation>Der Redaktion bekannt</translation>
    </message>
    <message>
        <source>List of flags</source>
        <translation>Liste der Rückfragen</translation>
    </message>
    <message>
        <source>More words, if you like</source>
        <translation>Weitere Wörter, wenn gewünscht</translation>
    </message>
    <message>
        <source>No flag fits. Esc shows all of them again.</source>
        <translation>Keine Rückfrage passt. Esc zeigt wieder alle.</translation>
    </message>
    <message>
        <source>No flags here yet. F flags a passage in an article.</source>
        <translation>Noch keine Rückfragen. F stellt eine zu einer Stelle eines Artikels.</translation>
    </message>
    <message>
        <source>No open flags.

What annotators flag with F, and what the rules of the scheme raise, is answered here.</source>
        <translation>Keine offenen Rückfragen.

Was mit F gefragt wird und was die Regeln des Schemas melden, wird hier beantwortet.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The rule does not fit here</source>
        <translation>Die Regel passt hier nicht</translation>
    </message>
    <message>
        <source>The text explains it elsewhere</source>
        <translation>Der Text erklärt es anderswo</translation>
    </message>
    <message>
        <source>Why do these {} flags need no answer?</source>
        <translation>Warum brauchen diese {} Rückfragen keine Antwort?</translation>
    </message>
    <message>
        <source>Why is no flag needed here?</source>
        <translation>Warum ist hier keine Rückfrage nötig?</translation>
    </message>
</context>
<context>
    <name>Focusing</name>
    <message>
        <source>Focus on the paragraph · Esc shows everything again</source>
        <translation>Nur dieser Absatz · Esc zeigt wieder alles</translation>
    </message>
</context>
<context>
    <name>FrameRows</name>
    <message>
        <source>Cue</source>
        <translation>Hinweiswort</translation>
    </message>
    <message>
        <source>Or without a source</source>
        <translation>Oder ohne Quelle</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>Diese Verknüpfung entfernen</translation>
    </message>
    <message>
        <source>Reported via</source>
        <translation>Berichtet über</translation>
    </message>
    <message>
        <source>Reported via… ({})</source>
        <translation>Berichtet über… ({})</translation>
    </message>
    <message>
        <source>Select in the text…</source>
        <translation>Im Text auswählen…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Take this answer away</source>
        <translation>Diese Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>The words that hand it to the source</source>
        <translation>Die Wörter, die auf die Quelle hinweisen</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Wer es sagt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>Framing</name>
    <message>
        <source>Elsewhere in the article</source>
        <translation>Anderswo im Artikel</translation>
    </message>
    <message>
        <source>In this paragraph</source>
        <translation>In diesem Absatz</translation>
    </message>
    <message>
        <source>In this sentence</source>
        <translation>In diesem Satz</translation>
    </message>
</context>
<context>
    <name>GammaCard</name>
    <message>
        <source> · {} spans · articles: {} · seed {}</source>
        <translation> · {} Spannen · Artikel: {} · Startwert {}</translation>
    </message>
    <message>
        <source>, 95 % between {:.2f} and {:.2f}</source>
        <translation>, 95 % zwischen {:.2f} und {:.2f}</translation>
    </message>
    <message>
        <source>; stopped at {:.0%} of the articles</source>
        <translation>; angehalten bei {:.0%} der Artikel</translation>
    </message>
    <message>
        <source>Aligns the annotations of two or three people, places and labels together, and compares them with chance. It takes some seconds an article, and can be stopped.</source>
        <translation>Ordnet die Annotationen von zwei oder drei Personen einander zu, Stellen und Labels zusammen, und vergleicht sie mit dem Zufall. Je Artikel dauert das einige Sekunden; es lässt sich anhalten.</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Label that gamma compares</source>
        <translation>Label, das Gamma vergleicht</translation>
    </message>
    <message>
        <source>Measure gamma</source>
        <translation>Gamma messen</translation>
    </message>
    <message>
        <source>Measuring… 0 articles</source>
        <translation>Messung läuft… 0 Artikel</translation>
    </message>
    <message>
        <source>Measuring… 1 article</source>
        <translation>Messung läuft… 1 Artikel</translation>
    </message>
    <message>
        <source>Measuring… {} articles</source>
        <translation>Messung läuft… {} Artikel</translation>
    </message>
    <message>
        <source>Result of gamma</source>
        <translation>Ergebnis von Gamma</translation>
    </message>
    <message>
        <source>Seed </source>
        <translation>Startwert </translation>
    </message>
    <message>
        <source>Seed of gamma</source>
        <translation>Startwert von Gamma</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Whose work gamma compares</source>
        <translation>Wessen Arbeit Gamma vergleicht</translation>
    </message>
    <message>
        <source>γ is not defined: {}</source>
        <translation>γ ist nicht definiert: {}</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Cannot tell</source>
        <translation>Nicht entscheidbar</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>No polarity yet</source>
        <translation>Noch keine Wertung</translation>
    </message>
    <message>
        <source>None expressed</source>
        <translation>Keine Haltung</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Nicht angesehen</translation>
    </message>
    <message>
        <source>The author</source>
        <translation>Der Verfasser</translation>
    </message>
    <message>
        <source>{holder} towards {target}: {value}</source>
        <translation>{holder} gegenüber {target}: {value}</translation>
    </message>
</context>
<context>
    <name>GridCommands</name>
    <message>
        <source>{} — mentioned as {}</source>
        <translation>{} — genannt als {}</translation>
    </message>
    <message>
        <source>{} — {}</source>
        <translation>{} — {}</translation>
    </message>
</context>
<context>
    <name>GridPane</name>
    <message>
        <source>Cells not looked at</source>
        <translation>Nicht angesehene Zellen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the sentiment grid</source>
        <translation>Stimmungsraster schließen</translation>
    </message>
    <message>
        <source>No sentiment is labelled in this article yet. Rate the mention of a person or thing with + 0 or −; it becomes a column here.</source>
        <translation>In diesem Artikel ist noch keine Stimmung ausgezeichnet. Die Nennung einer Person oder Sache mit + 0 oder − werten; sie wird hier zur Spalte.</translation>
    </message>
    <message>
        <source>SENTIMENT: WHO TOWARDS WHOM</source>
        <translation>STIMMUNG: WER GEGENÜBER WEM</translation>
    </message>
    <message>
        <source>Sentiment grid pane</source>
        <translation>Bereich des Stimmungsrasters</translation>
    </message>
    <message>
        <source>{} of {} not looked at</source>
        <translation>{} von {} nicht angesehen</translation>
    </message>
    <message>
        <source>{} polarity · N none, Shift+N rest of the row · C cannot tell · Del clear · Enter to the words · Z undo</source>
        <translation>{} Wertung · N keine, Umschalt+N Rest der Zeile · C nicht entscheidbar · Entf leeren · Eingabe zu den Wörtern · Z rückgängig</translation>
    </message>
</context>
<context>
    <name>GridTable</name>
    <message>
        <source>Holders</source>
        <translation>Wertende</translation>
    </message>
    <message>
        <source>Sentiment grid</source>
        <translation>Stimmungsraster</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Label claims, sources and sentiment in news articles; review them; export datasets.

Qt {} (LGPL) · fonts Literata, Inter and Atkinson Hyperlegible (OFL) · icons Lucide (ISC).</source>
        <translation>Aussagen, Quellen und Stimmungen in Nachrichtenartikeln auszeichnen, prüfen und als Datensätze exportieren.

Qt {} (LGPL) · Schriften Literata, Inter und Atkinson Hyperlegible (OFL) · Symbole Lucide (ISC).</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>1–9 choose · Del clears · Tab next · Esc back</source>
        <translation>1–9 wählen · Entf leert · Tab weiter · Esc zurück</translation>
    </message>
    <message>
        <source>Tab next · Esc back to the article</source>
        <translation>Tab weiter · Esc zurück zum Artikel</translation>
    </message>
    <message>
        <source>Tab next · Space labels · Esc back</source>
        <translation>Tab weiter · Leertaste zeichnet aus · Esc zurück</translation>
    </message>
    <message>
        <source>{} commands</source>
        <translation>{} Befehle</translation>
    </message>
    <message>
        <source>{} keys</source>
        <translation>{} Tasten</translation>
    </message>
    <message>
        <source>{} move</source>
        <translation>{} bewegen</translation>
    </message>
    <message>
        <source>{} undo</source>
        <translation>{} rückgängig</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc back</source>
        <translation>↑ ↓ wählen · Eingabe öffnet · Esc zurück</translation>
    </message>
    <message>
        <source>↓ list · Enter opens · Esc back</source>
        <translation>↓ Liste · Eingabe öffnet · Esc zurück</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>1 is here already</source>
        <translation>1 ist schon hier</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
    </message>
    <message>
        <source>1 label moved</source>
        <translation>1 Label verschoben</translation>
    </message>
    <message>
        <source>1 new article</source>
        <translation>1 neuer Artikel</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>Article to come</source>
        <translation>Kommender Artikel</translation>
    </message>
    <message>
        <source>COLUMNS, AND WHAT THEY ARE</source>
        <translation>SPALTEN UND WAS SIE SIND</translation>
    </message>
    <message>
        <source>Choose another encoding {}, or save it as UTF-8.</source>
        <translation>Eine andere Kodierung {} wählen oder die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Choose its format {} if it is another one.</source>
        <translation>Das Format {} wählen, wenn es ein anderes ist.</translation>
    </message>
    <message>
        <source>Choose {} what they count</source>
        <translation>{} wählen, was sie zählen</translation>
    </message>
    <message>
        <source>If it is a newer version of that article, tick that {}.</source>
        <translation>Ist es eine neuere Fassung jenes Artikels, dies {} ankreuzen.</translation>
    </message>
    <message>
        <source>If letters are wrong, choose the encoding {}.</source>
        <translation>Stimmen Buchstaben nicht, die Kodierung {} wählen.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Import  Enter</source>
        <translation>Importieren  Eingabe</translation>
    </message>
    <message>
        <source>J/K articles · Enter imports · Esc leaves, nothing comes in</source>
        <translation>J/K Artikel · Eingabe importiert · Esc verlässt, nichts kommt herein</translation>
    </message>
    <message>
        <source>Leave  Esc</source>
        <translation>Verlassen  Esc</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesichtet …</translation>
    </message>
    <message>
        <source>Looking … {}</source>
        <translation>Wird gesichtet … {}</translation>
    </message>
    <message>
        <source>NAMES OF THE OTHER TOOL, AND WHAT THEY BECOME</source>
        <translation>NAMEN DES ANDEREN WERKZEUGS, UND WAS AUS IHNEN WIRD</translation>
    </message>
    <message>
        <source>No article was found.</source>
        <translation>Kein Artikel wurde gefunden.</translation>
    </message>
    <message>
        <source>Other files…</source>
        <translation>Andere Dateien…</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or choose its encoding {}.</source>
        <translation>Als UTF-8 speichern oder die Kodierung {} wählen.</translation>
    </message>
    <message>
        <source>Save it as text, web page, Word file, PDF, table or JSON to import it.</source>
        <translation>Zum Importieren als Text, Webseite, Word-Datei, PDF, Tabelle oder JSON speichern.</translation>
    </message>
    <message>
        <source>TO BE NOTICED</source>
        <translation>ZU BEACHTEN</translation>
    </message>
    <message>
        <source>There is nothing new to import.</source>
        <translation>Es gibt nichts Neues zu importieren.</translation>
    </message>
    <message>
        <source>Tick {} that labels are moved</source>
        <translation>{} ankreuzen, dass Labels verschoben werden</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>in the import screen</source>
        <translation>beim Importieren</translation>
    </message>
    <message>
        <source>line {}: {}</source>
        <translation>Zeile {}: {}</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} und {} weitere</translation>
    </message>
    <message>
        <source>{} are here already</source>
        <translation>{} sind schon hier</translation>
    </message>
    <message>
        <source>{} becomes {} ({})</source>
        <translation>{} wird {} ({})</translation>
    </message>
    <message>
        <source>{} files that end in .{} cannot be read and are skipped: {}.</source>
        <translation>{} Dateien mit der Endung .{} sind nicht lesbar und werden übergangen: {}.</translation>
    </message>
    <message>
        <source>{} is skipped: files that end in .{} cannot be read.</source>
        <translation>{} wird übergangen: Dateien mit der Endung .{} sind nicht lesbar.</translation>
    </message>
    <message>
        <source>{} labels</source>
        <translation>{} Labels</translation>
    </message>
    <message>
        <source>{} labels moved</source>
        <translation>{} Labels verschoben</translation>
    </message>
    <message>
        <source>{} new articles</source>
        <translation>{} neue Artikel</translation>
    </message>
    <message>
        <source>{} problems</source>
        <translation>{} Probleme</translation>
    </message>
    <message>
        <source>{} so far. These are the first articles; all of them come in.</source>
        <translation>{} bisher. Das sind die ersten Artikel; alle kommen herein.</translation>
    </message>
    <message>
        <source>{}, line {}: {}</source>
        <translation>{}, Zeile {}: {}</translation>
    </message>
    <message>
        <source>… and {} more</source>
        <translation>… und {} weitere</translation>
    </message>
</context>
<context>
    <name>InspectorCard</name>
    <message>
        <source>Answer… (M)</source>
        <translation>Antwort… (M)</translation>
    </message>
    <message>
        <source>Close the flag</source>
        <translation>Rückfrage schließen</translation>
    </message>
    <message>
        <source>Comment… (M)</source>
        <translation>Kommentar… (M)</translation>
    </message>
    <message>
        <source>Definition and examples</source>
        <translation>Definition und Beispiele</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>No flag needed…</source>
        <translation>Keine Rückfrage nötig…</translation>
    </message>
    <message>
        <source>Nothing selected. Press E to pick an annotation in this sentence.</source>
        <translation>Nichts ausgewählt. E wählt eine Annotation in diesem Satz aus.</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>Diese Verknüpfung entfernen</translation>
    </message>
    <message>
        <source>SELECTED</source>
        <translation>AUSGEWÄHLT</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>The whole article</source>
        <translation>Der ganze Artikel</translation>
    </message>
    <message>
        <source>“{}” in “{}”</source>
        <translation>„{}“ in „{}“</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>A digit chooses · Esc leaves</source>
        <translation>Eine Ziffer wählt · Esc verlässt</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Pick one annotation in each article: E, or a click on it.</source>
        <translation>In jedem Artikel eine Annotation wählen: E oder ein Klick darauf.</translation>
    </message>
    <message>
        <source>The scheme has no link between {} and {} of two articles.</source>
        <translation>Das Schema hat keine Verknüpfung zwischen {} und {} zweier Artikel.</translation>
    </message>
    <message>
        <source>These two are not linked.</source>
        <translation>Diese beiden sind nicht verknüpft.</translation>
    </message>
    <message>
        <source>Which link?</source>
        <translation>Welche Verknüpfung?</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press the new key · Esc leaves it</source>
        <translation>Die neue Taste drücken · Esc lässt es</translation>
    </message>
    <message>
        <source>Press the new key, Esc leaves it</source>
        <translation>Die neue Taste drücken, Esc lässt es</translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>↑ ↓ scroll · Esc closes this</source>
        <translation>↑ ↓ blättert · Esc schließt</translation>
    </message>
</context>
<context>
    <name>KeyStrip</name>
    <message>
        <source>Add a key</source>
        <translation>Taste hinzufügen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take away {}</source>
        <translation>{} wegnehmen</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild↓</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild↑</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>It is labelled so already. Select words to label something else.</source>
        <translation>Es ist schon so ausgezeichnet. Für etwas anderes Wörter auswählen.</translation>
    </message>
    <message>
        <source>Linked to “{}” further away · Z takes both back</source>
        <translation>Mit „{}“ weiter weg verknüpft · Z nimmt beides zurück</translation>
    </message>
    <message>
        <source>Nothing was labelled yet.</source>
        <translation>Noch nichts wurde ausgezeichnet.</translation>
    </message>
    <message>
        <source>These words are labelled and linked so already.</source>
        <translation>Diese Wörter sind schon so ausgezeichnet und verknüpft.</translation>
    </message>
    <message>
        <source>These words are labelled so already.</source>
        <translation>Diese Wörter sind schon so ausgezeichnet.</translation>
    </message>
</context>
<context>
    <name>LabelsCard</name>
    <message>
        <source>Flag</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>LABELS</source>
        <translation>LABELS</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Put the words before an editor: a reason, and what to look at.</source>
        <translation>Die Wörter der Redaktion vorlegen: ein Grund, und worauf zu achten ist.</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>All is shown</source>
        <translation>Alles wird gezeigt</translation>
    </message>
    <message>
        <source>Hidden: {}. The labels are kept.</source>
        <translation>Verborgen: {}. Die Labels bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>A digit chooses · Esc leaves</source>
        <translation>Eine Ziffer wählt · Esc verlässt</translation>
    </message>
    <message>
        <source>Select an annotation first: E, or a click on it.</source>
        <translation>Zuerst eine Annotation auswählen: E oder ein Klick darauf.</translation>
    </message>
    <message>
        <source>Select the other end: E or J, or a click on it. Esc leaves.</source>
        <translation>Das andere Ende auswählen: E oder J oder ein Klick darauf. Esc verlässt.</translation>
    </message>
    <message>
        <source>The scheme has no link between {} and {}.</source>
        <translation>Das Schema hat keine Verknüpfung zwischen {} und {}.</translation>
    </message>
    <message>
        <source>Which link?</source>
        <translation>Welche Verknüpfung?</translation>
    </message>
    <message>
        <source>{} (earlier)</source>
        <translation>{} (früher)</translation>
    </message>
    <message>
        <source>{} (later)</source>
        <translation>{} (später)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>The last project is not there now: {}. Another one is shown instead.</source>
        <translation>Das letzte Projekt ist gerade nicht da: {}. Stattdessen wird ein anderes gezeigt.</translation>
    </message>
    <message>
        <source>The sample project cannot be made in {} ({}). Nothing was changed. Open a project of yours with Ctrl+O.</source>
        <translation>Das Beispielprojekt lässt sich in {} nicht anlegen ({}). Nichts wurde geändert. Ein eigenes Projekt mit Strg+O öffnen.</translation>
    </message>
    <message>
        <source>The screen “{}” is not in this version. The articles are shown instead.</source>
        <translation>Den Bereich „{}“ gibt es in dieser Version nicht. Stattdessen werden die Artikel gezeigt.</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Link: select the other end, Enter</source>
        <translation>Verknüpfung: anderes Ende auswählen, Eingabe</translation>
    </message>
    <message>
        <source>Select the words, Enter links them, Esc ends</source>
        <translation>Wörter auswählen, Eingabe verknüpft, Esc endet</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Sticky: press a label key</source>
        <translation>Festhalten: Taste eines Labels drücken</translation>
    </message>
    <message>
        <source>Sticky: {} · Enter labels, Esc ends</source>
        <translation>Festgehalten: {} · Eingabe zeichnet aus, Esc endet</translation>
    </message>
    <message>
        <source>Suggestion: Enter accepts, X rejects, N the next</source>
        <translation>Vorschlag: Eingabe übernimmt, X lehnt ab, N der nächste</translation>
    </message>
    <message>
        <source>Suggestion: S takes it, X the next, Esc none</source>
        <translation>Vorschlag: S übernimmt, X zeigt den nächsten, Esc keinen</translation>
    </message>
    <message>
        <source>Target: {} · T next, then + 0 −</source>
        <translation>Ziel: {} · T nächstes, dann + 0 −</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Every sentence has a label.</source>
        <translation>Jeder Satz hat ein Label.</translation>
    </message>
    <message>
        <source>Nothing is labelled in this sentence.</source>
        <translation>In diesem Satz ist nichts ausgezeichnet.</translation>
    </message>
    <message>
        <source>There is no flag in the text of this article.</source>
        <translation>Im Text dieses Artikels gibt es keine Rückfrage.</translation>
    </message>
</context>
<context>
    <name>NamedExports</name>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Geändert seit</translation>
    </message>
    <message>
        <source>Changed since…</source>
        <translation>Geändert seit…</translation>
    </message>
    <message>
        <source>Gives this export a name, to see what changed since</source>
        <translation>Gibt diesem Export einen Namen, um zu sehen, was sich seither geändert hat</translation>
    </message>
    <message>
        <source>Name of this export</source>
        <translation>Name dieses Exports</translation>
    </message>
    <message>
        <source>Nothing has changed since “{}”.</source>
        <translation>Seit „{}“ hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Since “{}”: {} in {}: {}.</source>
        <translation>Seit „{}“: {} in {}: {}.</translation>
    </message>
    <message>
        <source>{} articles</source>
        <translation>{} Artikel</translation>
    </message>
    <message>
        <source>{} steps</source>
        <translation>{} Schritte</translation>
    </message>
</context>
<context>
    <name>NamesForm</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Names of the other tool</source>
        <translation>Namen des anderen Werkzeugs</translation>
    </message>
    <message>
        <source>What {} means here</source>
        <translation>Was {} hier bedeutet</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>link {}</source>
        <translation>Verknüpfung {}</translation>
    </message>
    <message>
        <source>nothing: refused</source>
        <translation>nichts: abgelehnt</translation>
    </message>
</context>
<context>
    <name>NoticeList</name>
    <message>
        <source>What is to be noticed</source>
        <translation>Was zu beachten ist</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Less: {}</source>
        <translation>Weniger: {}</translation>
    </message>
    <message>
        <source>More: {}</source>
        <translation>Mehr: {}</translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>&amp;All articles</source>
        <translation>&amp;Alle Artikel</translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>&amp;Dieser Artikel</translation>
    </message>
    <message>
        <source>A label key chooses another one.</source>
        <translation>Eine Label-Taste wählt ein anderes.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>J/K move · Space ticks · Ctrl+A all or none · Esc leaves</source>
        <translation>J/K bewegen · Leertaste wählt · Strg+A alle oder keine · Esc verlässt</translation>
    </message>
    <message>
        <source>Label all</source>
        <translation>Alle auszeichnen</translation>
    </message>
    <message>
        <source>Label every place of “{}”</source>
        <translation>Jede Stelle von „{}“ auszeichnen</translation>
    </message>
    <message>
        <source>Label {} · Enter</source>
        <translation>{} auszeichnen · Eingabe</translation>
    </message>
    <message>
        <source>Looking … {} articles</source>
        <translation>Suche … {} Artikel</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Select some words first, or search for a word or a “phrase”.</source>
        <translation>Zuerst Wörter auswählen oder nach einem Wort oder einer „Wortfolge“ suchen.</translation>
    </message>
    <message>
        <source>as</source>
        <translation>als</translation>
    </message>
    <message>
        <source>{} of {} places chosen</source>
        <translation>{} von {} Stellen gewählt</translation>
    </message>
    <message>
        <source>{} of {} places chosen · {} labelled or boilerplate, left out</source>
        <translation>{} von {} Stellen gewählt · {} ausgezeichnet oder Beiwerk, ausgelassen</translation>
    </message>
    <message>
        <source>{} · Z takes all of it back</source>
        <translation>{} · Z nimmt alles davon zurück</translation>
    </message>
</context>
<context>
    <name>OccurrencesList</name>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
</context>
<context>
    <name>OnOffEditor</name>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
</context>
<context>
    <name>OriginalWindow</name>
    <message>
        <source>Cannot write {} ({}). Nothing was saved. Choose another folder.</source>
        <translation>{} kann nicht geschrieben werden ({}). Nichts wurde gespeichert. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Schließen  Esc</translation>
    </message>
    <message>
        <source>Only the beginning is shown. A saved copy is whole.</source>
        <translation>Nur der Anfang wird gezeigt. Eine gespeicherte Kopie ist vollständig.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Save a copy of the original</source>
        <translation>Kopie des Originals speichern</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Als {} gespeichert.</translation>
    </message>
    <message>
        <source>Source of the article</source>
        <translation>Quelltext des Artikels</translation>
    </message>
    <message>
        <source>The file held more than this; the text of this article is kept of it.</source>
        <translation>Die Datei enthielt mehr; aufbewahrt ist davon der Text dieses Artikels.</translation>
    </message>
    <message>
        <source>The passage is on page {}.</source>
        <translation>Die Stelle steht auf Seite {}.</translation>
    </message>
    <message>
        <source>This file is no text. Save a copy and open it in its own program.</source>
        <translation>Diese Datei ist kein Text. Eine Kopie speichern und in ihrem eigenen Programm öffnen.</translation>
    </message>
    <message>
        <source>This is {} of the file. A saved copy is the whole file.</source>
        <translation>Das ist {} der Datei. Eine gespeicherte Kopie ist die ganze Datei.</translation>
    </message>
    <message>
        <source>Where the passage stands in the source is not known.</source>
        <translation>Wo die Stelle im Original steht, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>bytes {} to {} of {}</source>
        <translation>Bytes {} bis {} von {}</translation>
    </message>
    <message>
        <source>{} bytes</source>
        <translation>{} Bytes</translation>
    </message>
    <message>
        <source>{} · {} · {} · SHA-256 {}</source>
        <translation>{} · {} · {} · SHA-256 {}</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Final: {}</source>
        <translation>Endgültig: {}</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rightly left empty</source>
        <translation>Zu Recht leer gelassen</translation>
    </message>
    <message>
        <source>You: {}</source>
        <translation>Selbst: {}</translation>
    </message>
    <message>
        <source>a slip</source>
        <translation>ein Versehen</translation>
    </message>
    <message>
        <source>another label</source>
        <translation>ein anderes Label</translation>
    </message>
    <message>
        <source>another link</source>
        <translation>eine andere Verknüpfung</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>ein anderer Grund</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>ein anderer Wert</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>decided by {}</source>
        <translation>entschieden von {}</translation>
    </message>
    <message>
        <source>guidelines {}, revision {}</source>
        <translation>Richtlinien {}, Revision {}</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing to label here</source>
        <translation>hier ist nichts auszuzeichnen</translation>
    </message>
    <message>
        <source>objected</source>
        <translation>widersprochen</translation>
    </message>
    <message>
        <source>the guidelines are not clear</source>
        <translation>die Richtlinien sind nicht klar</translation>
    </message>
    <message>
        <source>the guidelines say otherwise</source>
        <translation>die Richtlinien sagen es anders</translation>
    </message>
    <message>
        <source>too few words</source>
        <translation>zu wenige Wörter</translation>
    </message>
    <message>
        <source>too many words</source>
        <translation>zu viele Wörter</translation>
    </message>
    <message>
        <source>you objected</source>
        <translation>widersprochen</translation>
    </message>
</context>
<context>
    <name>OutcomesScreen</name>
    <message>
        <source>Also show labels that were kept as they are</source>
        <translation>Auch unverändert übernommene Labels zeigen</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Enter objects · Esc back</source>
        <translation>Eingabe widerspricht · Esc zurück</translation>
    </message>
    <message>
        <source>1 decision</source>
        <translation>1 Entscheidung</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Esc zurück</translation>
    </message>
    <message>
        <source>Everything stands as it was.

The box above shows it all.</source>
        <translation>Alles steht, wie es war.

Das Kästchen oben zeigt es alles.</translation>
    </message>
    <message>
        <source>Everything stands as you had it.

The box above shows it all.</source>
        <translation>Alles steht so, wie Sie es hatten.

Das Kästchen oben zeigt alles.</translation>
    </message>
    <message>
        <source>FINAL</source>
        <translation>ENDGÜLTIG</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>GUIDELINE</source>
        <translation>RICHTLINIE</translation>
    </message>
    <message>
        <source>J/K move · Enter objects · O opens the article · Esc back</source>
        <translation>J/K bewegt · Eingabe widerspricht · O öffnet den Artikel · Esc zurück</translation>
    </message>
    <message>
        <source>J/K move · O opens the article · Esc back</source>
        <translation>J/K bewegen · O öffnet den Artikel · Esc zurück</translation>
    </message>
    <message>
        <source>My labels</source>
        <translation>Meine Labels</translation>
    </message>
    <message>
        <source>No article of yours is decided yet.

Once an editor has made gold of one, what you said, what it became and why stand here.</source>
        <translation>Noch ist keiner der eigenen Artikel entschieden.

Sobald die Redaktion aus einem Gold gemacht hat, steht hier, was ausgezeichnet war, was daraus wurde und warum.</translation>
    </message>
    <message>
        <source>Object, once: what is wrong with the decision?</source>
        <translation>Einmal widersprechen: Was ist an der Entscheidung falsch?</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Passage in its article</source>
        <translation>Fundstelle in ihrem Artikel</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The editors see your objection in their flags.</source>
        <translation>Die Redaktion sieht den Widerspruch bei ihren Rückfragen.</translation>
    </message>
    <message>
        <source>WHY</source>
        <translation>WARUM</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <source>YOU SAID</source>
        <translation>AUSGEZEICHNET</translation>
    </message>
    <message>
        <source>{} SAID</source>
        <translation>{} SAGTE</translation>
    </message>
    <message>
        <source>{} decisions · {} stand as they were</source>
        <translation>{} Entscheidungen · {} stehen, wie sie waren</translation>
    </message>
    <message>
        <source>{} decisions · {} stand as you had them</source>
        <translation>{} Entscheidungen · {} stehen wie ausgezeichnet</translation>
    </message>
    <message>
        <source>{} decisions · {} stands as it was</source>
        <translation>{} Entscheidungen · {} steht, wie sie war</translation>
    </message>
    <message>
        <source>{} decisions · {} stands as you had it</source>
        <translation>{} Entscheidungen · {} steht, wie Sie sie hatten</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page of suggestions</source>
        <translation>Seite mit Vorschlägen</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Accepted: {}</source>
        <translation>Übernommen: {}</translation>
    </message>
    <message>
        <source>No suggestions in this article.</source>
        <translation>Keine Vorschläge in diesem Artikel.</translation>
    </message>
    <message>
        <source>Nothing was decided: no row was on the screen long enough.</source>
        <translation>Nichts wurde entschieden: Keine Zeile stand lange genug auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Page mode is off in this project. Its owner allows it: Annotate, Allow deciding by the page.</source>
        <translation>Seitenweises Entscheiden ist in diesem Projekt aus. Wer es führt, erlaubt es: Auszeichnen, Seitenweises Entscheiden erlauben.</translation>
    </message>
    <message>
        <source>SUGGESTIONS · {} ON THIS PAGE, {} OPEN</source>
        <translation>VORSCHLÄGE · {} AUF DIESER SEITE, {} OFFEN</translation>
    </message>
    <message>
        <source>a hidden check was accepted, though it is wrong</source>
        <translation>eine verborgene Probe wurde übernommen, obwohl sie falsch ist</translation>
    </message>
    <message>
        <source>not possible any more: {}</source>
        <translation>nicht mehr möglich: {}</translation>
    </message>
    <message>
        <source>not read, so still open: {}</source>
        <translation>nicht gelesen, also noch offen: {}</translation>
    </message>
    <message>
        <source>rejected: {}</source>
        <translation>abgelehnt: {}</translation>
    </message>
    <message>
        <source>{read} of {count} were on the screen long enough to count · digits mark what is wrong · Enter accepts {right} and rejects {wrong} · Esc leaves</source>
        <translation>{read} von {count} standen lange genug auf dem Bildschirm, um zu zählen · Ziffern markieren Falsches · Eingabe übernimmt {right} und lehnt {wrong} ab · Esc verlässt</translation>
    </message>
</context>
<context>
    <name>PairPane</name>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>LABELS OF THE OTHER ARTICLE</source>
        <translation>LABELS DES ANDEREN ARTIKELS</translation>
    </message>
    <message>
        <source>Marked: 1 passage that the other text lacks. V shows that one.</source>
        <translation>Markiert: 1 Stelle, die im anderen Text fehlt. V zeigt ihn.</translation>
    </message>
    <message>
        <source>Marked: {} passages that the other text lacks. V shows that one.</source>
        <translation>Markiert: {} Stellen, die im anderen Text fehlen. V zeigt ihn.</translation>
    </message>
    <message>
        <source>THE OTHER ARTICLE HAS NO LABELS OF YOURS</source>
        <translation>DER ANDERE ARTIKEL HAT KEINE LABELS VON DIR</translation>
    </message>
    <message>
        <source>Text with what differs</source>
        <translation>Text mit den Unterschieden</translation>
    </message>
    <message>
        <source>That is little for a reprint: X keeps them apart.</source>
        <translation>Das ist wenig für einen Nachdruck: X hält sie getrennt.</translation>
    </message>
    <message>
        <source>The other text has more. V shows it.</source>
        <translation>Der andere Text hat mehr. V zeigt ihn.</translation>
    </message>
    <message>
        <source>The words are the same to the last.</source>
        <translation>Die Worte sind bis zum letzten gleich.</translation>
    </message>
    <message>
        <source>{} % of these words stand in the other text too, in this order.</source>
        <translation>{} % dieser Wörter stehen auch im anderen Text, in dieser Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>PaletteOpener</name>
    <message>
        <source>Colours: {}</source>
        <translation>Farben: {}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>PanelPane</name>
    <message>
        <source>Labels and inspector</source>
        <translation>Labels und Details</translation>
    </message>
</context>
<context>
    <name>PassageLabels</name>
    <message>
        <source>A title cannot be labelled. Enter opens the article.</source>
        <translation>Ein Titel lässt sich nicht auszeichnen. Eingabe öffnet den Artikel.</translation>
    </message>
    <message>
        <source>Nothing was labelled yet.</source>
        <translation>Noch nichts wurde ausgezeichnet.</translation>
    </message>
    <message>
        <source>These words are labelled so already.</source>
        <translation>Diese Wörter sind schon so ausgezeichnet.</translation>
    </message>
    <message>
        <source>These words have no label of yours.</source>
        <translation>Diese Wörter haben kein eigenes Label.</translation>
    </message>
</context>
<context>
    <name>PassagesScreen</name>
    <message>
        <source>1 passage</source>
        <translation>1 Fundstelle</translation>
    </message>
    <message>
        <source>J/K move · Space ticks · label keys relabel · A attribute · F answers flags · V verdict · O opens · Esc</source>
        <translation>J/K bewegt · Leertaste hakt an · Labeltasten ändern · A Merkmal · F Rückfragen · V Urteil · O öffnet · Esc</translation>
    </message>
    <message>
        <source>No passages have this in common yet.

What has the same label, source, entity or open question stands here together, from all articles.</source>
        <translation>Noch keine Fundstellen haben das gemeinsam.

Was dasselbe Label, dieselbe Quelle, Entität oder offene Frage hat, steht hier aus allen Artikeln beisammen.</translation>
    </message>
    <message>
        <source>Passage in its article</source>
        <translation>Fundstelle in ihrem Artikel</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>Passages in common</source>
        <translation>Gemeinsame Fundstellen</translation>
    </message>
    <message>
        <source>Tab chooses what passages have in common · Esc back</source>
        <translation>Tab wählt, was Fundstellen gemeinsam haben · Esc zurück</translation>
    </message>
    <message>
        <source>{} of {} ticked</source>
        <translation>{} von {} angehakt</translation>
    </message>
    <message>
        <source>{} passages</source>
        <translation>{} Fundstellen</translation>
    </message>
</context>
<context>
    <name>PeopleCommands</name>
    <message>
        <source>1 article given out.</source>
        <translation>1 Artikel zugeteilt.</translation>
    </message>
    <message>
        <source>1 article taken back.</source>
        <translation>1 Artikel zurückgenommen.</translation>
    </message>
    <message>
        <source>Articles are given out…</source>
        <translation>Artikel werden verteilt…</translation>
    </message>
    <message>
        <source>Nothing was to be changed.</source>
        <translation>Es war nichts zu ändern.</translation>
    </message>
    <message>
        <source>Set. It counts for what is reviewed from now on.</source>
        <translation>Festgelegt. Es gilt für alles, was von jetzt an geprüft wird.</translation>
    </message>
    <message>
        <source>That is {} pieces of work in all.</source>
        <translation>Das sind im Ganzen {} Arbeiten.</translation>
    </message>
    <message>
        <source>{} articles given out.</source>
        <translation>{} Artikel zugeteilt.</translation>
    </message>
    <message>
        <source>{} articles taken back.</source>
        <translation>{} Artikel zurückgenommen.</translation>
    </message>
    <message>
        <source>{} finished</source>
        <translation>{} fertig</translation>
    </message>
    <message>
        <source>{} in progress</source>
        <translation>{} in Arbeit</translation>
    </message>
    <message>
        <source>{} is removed. Their work stays. Ctrl+Z in the main window undoes it.</source>
        <translation>{} ist entfernt. Die Arbeit bleibt erhalten. Strg+Z im Hauptfenster macht es rückgängig.</translation>
    </message>
    <message>
        <source>{} of {} given out are left</source>
        <translation>{} von {} zugeteilten bleiben</translation>
    </message>
    <message>
        <source>{} works here now.</source>
        <translation>{} arbeitet jetzt hier.</translation>
    </message>
    <message>
        <source>{} · Ctrl+Z in the main window takes it back.</source>
        <translation>{} · Strg+Z im Hauptfenster nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>PeopleWindow</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>All articles, or a search: outlet:Post -status:finished</source>
        <translation>Alle Artikel, oder eine Suche: outlet:Post -status:finished</translation>
    </message>
    <message>
        <source>Articles that are doubled</source>
        <translation>Artikel, die doppelt vergeben werden</translation>
    </message>
    <message>
        <source>Articles that are doubled; the others have one person</source>
        <translation>Artikel, die doppelt vergeben werden; die übrigen bekommt eine Person</translation>
    </message>
    <message>
        <source>Articles that come a second time</source>
        <translation>Artikel, die ein zweites Mal kommen</translation>
    </message>
    <message>
        <source>Articles that come to the same person a second time, untold</source>
        <translation>Artikel, die derselben Person unangekündigt ein zweites Mal vorgelegt werden</translation>
    </message>
    <message>
        <source>Give out</source>
        <translation>Zuteilen</translation>
    </message>
    <message>
        <source>Give out articles</source>
        <translation>Artikel zuteilen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation>Name einer neuen Person</translation>
    </message>
    <message>
        <source>Order of the queues</source>
        <translation>Reihenfolge der Artikellisten</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>People and their work</source>
        <translation>Personen und ihre Arbeit</translation>
    </message>
    <message>
        <source>People and work</source>
        <translation>Personen und Arbeit</translation>
    </message>
    <message>
        <source>People for each doubled article</source>
        <translation>Personen je doppelt vergebenem Artikel</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {}</source>
        <translation>{} entfernen</translation>
    </message>
    <message>
        <source>Role of {}</source>
        <translation>Rolle von {}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Tick people above. All get equally many; what they have stays and counts.</source>
        <translation>Oben Personen anhaken. Alle bekommen gleich viele; was sie haben, bleibt und zählt mit.</translation>
    </message>
    <message>
        <source>Which articles are given out</source>
        <translation>Welche Artikel zugeteilt werden</translation>
    </message>
    <message>
        <source>Work as this person</source>
        <translation>Als diese Person arbeiten</translation>
    </message>
    <message>
        <source>Works here now</source>
        <translation>Arbeitet jetzt hier</translation>
    </message>
    <message>
        <source>Your name in this project</source>
        <translation>Eigener Name in diesem Projekt</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>Auszeichnung</translation>
    </message>
    <message>
        <source>as in the project</source>
        <translation>wie im Projekt</translation>
    </message>
    <message>
        <source>editor</source>
        <translation>Redaktion</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>{} gets articles</source>
        <translation>{} bekommt Artikel</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Select the words with → and Shift+→, or the mouse; then Enter.</source>
        <translation>Die Wörter mit → und Umschalt+→ oder der Maus auswählen; dann Eingabe.</translation>
    </message>
</context>
<context>
    <name>PlacesOfFiles</name>
    <message>
        <source>A project is one file; copy it anywhere. Before a newer version of the program changes its format, a copy is laid beside it.</source>
        <translation>Ein Projekt ist eine Datei und lässt sich überallhin kopieren. Bevor eine neuere Version des Programms das Format ändert, wird eine Kopie daneben gelegt.</translation>
    </message>
    <message>
        <source>Forget recent projects</source>
        <translation>Letzte Projekte vergessen</translation>
    </message>
    <message>
        <source>Forget {}</source>
        <translation>{} vergessen</translation>
    </message>
    <message>
        <source>No recent projects.</source>
        <translation>Keine letzten Projekte.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Settings, log and sample project</source>
        <translation>Einstellungen, Protokoll und Beispielprojekt</translation>
    </message>
    <message>
        <source>Take it off this list; the file stays</source>
        <translation>Von dieser Liste nehmen; die Datei bleibt</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Dieses Projekt</translation>
    </message>
    <message>
        <source>{} (not there now)</source>
        <translation>{} (gerade nicht da)</translation>
    </message>
</context>
<context>
    <name>Precedents</name>
    <message>
        <source>no flag needed</source>
        <translation>keine Rückfrage nötig</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>geklärt</translation>
    </message>
</context>
<context>
    <name>PrecedentsPane</name>
    <message>
        <source>EARLIER DECISIONS ON SIMILAR PASSAGES</source>
        <translation>FRÜHERE ENTSCHEIDUNGEN ZU ÄHNLICHEN FUNDSTELLEN</translation>
    </message>
    <message>
        <source>Earlier decisions</source>
        <translation>Frühere Entscheidungen</translation>
    </message>
    <message>
        <source>None yet. Closed flags and verdicts on similar words show here.</source>
        <translation>Noch keine. Geschlossene Rückfragen und Urteile über ähnliche Wörter stehen hier.</translation>
    </message>
</context>
<context>
    <name>PreferencesOpener</name>
    <message>
        <source>folder path backup copy log recent projects</source>
        <translation>ordner pfad sicherung kopie protokoll letzte projekte</translation>
    </message>
    <message>
        <source>keyboard shortcuts commands preset vim left hand QualCoder</source>
        <translation>tastatur kürzel befehle vorlage vim linke hand QualCoder</translation>
    </message>
</context>
<context>
    <name>PreferencesWindow</name>
    <message>
        <source>No setting matches “{}”. Esc clears the search.</source>
        <translation>Keine Einstellung passt zu „{}“. Esc leert die Suche.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Passage in its article</source>
        <translation>Fundstelle in ihrem Artikel</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Something went wrong that should not.</source>
        <translation>Etwas ist schiefgegangen, das nicht schiefgehen dürfte.</translation>
    </message>
    <message>
        <source>Your work is saved up to the last step. Go on, or close the program and start it again. The report below holds no article text; please send it to those who look after the program.</source>
        <translation>Die Arbeit ist bis zum letzten Schritt gespeichert. Weitermachen oder das Programm schließen und neu starten. Der Bericht unten enthält keinen Artikeltext; er hilft denen, die das Programm betreuen.</translation>
    </message>
</context>
<context>
    <name>Proposing</name>
    <message>
        <source>New suggestions: {} · N goes to the next</source>
        <translation>Neue Vorschläge: {} · N geht zum nächsten</translation>
    </message>
    <message>
        <source>No new suggestions. N goes to the next one that is open.</source>
        <translation>Keine neuen Vorschläge. N geht zum nächsten offenen.</translation>
    </message>
    <message>
        <source>No suggestions in this article.</source>
        <translation>Keine Vorschläge in diesem Artikel.</translation>
    </message>
    <message>
        <source>Suggestions are hidden here. The preferences or this article say so.</source>
        <translation>Vorschläge sind hier verborgen. Die Einstellungen oder dieser Artikel wollen es so.</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>1 flag answered</source>
        <translation>1 Rückfrage beantwortet</translation>
    </message>
    <message>
        <source>1 flag open</source>
        <translation>1 Rückfrage offen</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
    </message>
    <message>
        <source>1 reprint</source>
        <translation>1 Nachdruck</translation>
    </message>
    <message>
        <source>1 suggestion</source>
        <translation>1 Vorschlag</translation>
    </message>
    <message>
        <source>1 suggestion left</source>
        <translation>1 Vorschlag offen</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>newer version</source>
        <translation>neuere Fassung</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>{} done</source>
        <translation>{} fertig</translation>
    </message>
    <message>
        <source>{} flags answered</source>
        <translation>{} Rückfragen beantwortet</translation>
    </message>
    <message>
        <source>{} flags open</source>
        <translation>{} Rückfragen offen</translation>
    </message>
    <message>
        <source>{} labels</source>
        <translation>{} Labels</translation>
    </message>
    <message>
        <source>{} reprints</source>
        <translation>{} Nachdrucke</translation>
    </message>
    <message>
        <source>{} suggestions</source>
        <translation>{} Vorschläge</translation>
    </message>
    <message>
        <source>{} suggestions left</source>
        <translation>{} Vorschläge offen</translation>
    </message>
    <message>
        <source>✓ adjudicated</source>
        <translation>✓ entschieden</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ fertig</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>All your articles are done.</source>
        <translation>Alle eigenen Artikel sind fertig.</translation>
    </message>
    <message>
        <source>All {} articles are done. Export (Ctrl+E).</source>
        <translation>Alle {} Artikel sind fertig. Export (Strg+E).</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>No article was given to you.</source>
        <translation>Hier wurde noch kein Artikel zugeteilt.</translation>
    </message>
    <message>
        <source>No articles yet.</source>
        <translation>Noch keine Artikel.</translation>
    </message>
    <message>
        <source>Nothing matches “{}”. Clear the filter (Esc).</source>
        <translation>Nichts passt zu „{}“. Filter leeren (Esc).</translation>
    </message>
    <message>
        <source>QUEUE · {} OF {} DONE</source>
        <translation>ARTIKEL · {} VON {} FERTIG</translation>
    </message>
    <message>
        <source>QUEUE · {} SO FAR</source>
        <translation>ARTIKEL · BISHER {}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Artikelliste</translation>
    </message>
    <message>
        <source>Reading the list of articles…</source>
        <translation>Die Artikelliste wird gelesen…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Words of the title or the text, and label:claim, has:flag, status:finished, outlet:post, by:name; a minus before a part turns it round.</source>
        <translation>Wörter aus Titel oder Text sowie label:claim, has:flag, status:finished, outlet:post, by:name; ein Minus davor kehrt einen Teil um.</translation>
    </message>
</context>
<context>
    <name>ReadingChoices</name>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Encoding: found by itself</source>
        <translation>Kodierung: selbst gefunden</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Format: found by itself</source>
        <translation>Format: selbst erkannt</translation>
    </message>
    <message>
        <source>Headline, deck, byline, captions and pull quotes of pages come into the text</source>
        <translation>Überschrift, Vorspann, Verfasserzeile, Bildunterschriften und Zitatkästen von Seiten kommen in den Text</translation>
    </message>
    <message>
        <source>Move labels to where their words stand</source>
        <translation>Labels dorthin verschieben, wo ihre Wörter stehen</translation>
    </message>
    <message>
        <source>Offsets</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Offsets: UTF-16 units (Java)</source>
        <translation>Positionen: UTF-16-Einheiten (Java)</translation>
    </message>
    <message>
        <source>Offsets: code points (Python)</source>
        <translation>Positionen: Codepunkte (Python)</translation>
    </message>
    <message>
        <source>Offsets: found by themselves</source>
        <translation>Positionen: selbst erkannt</translation>
    </message>
    <message>
        <source>Offsets: visible characters</source>
        <translation>Positionen: sichtbare Zeichen</translation>
    </message>
    <message>
        <source>Other texts of one name are newer versions</source>
        <translation>Andere Texte gleichen Namens sind neuere Fassungen</translation>
    </message>
    <message>
        <source>Otherwise labels whose place holds other words are refused</source>
        <translation>Sonst werden Labels abgelehnt, an deren Stelle andere Wörter stehen</translation>
    </message>
    <message>
        <source>The older article stays with all its labels</source>
        <translation>Der ältere Artikel bleibt mit allen Labels</translation>
    </message>
    <message>
        <source>With headline, byline and captions</source>
        <translation>Mit Überschrift, Verfasserzeile und Bildunterschriften</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Forget all</source>
        <translation>Alle vergessen</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>{} is not there any more; it may have been moved, or its disk is gone. Nothing was changed. Open it from its new place with Ctrl+O.</source>
        <translation>{} ist nicht mehr da; die Datei wurde vielleicht verschoben, oder der Datenträger fehlt. Nichts wurde geändert. Vom neuen Ort mit Strg+O öffnen.</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>A digit or ↑ ↓ for the reason · Enter closes the flag · Esc leaves</source>
        <translation>Ziffer oder ↑ ↓ für den Grund · Eingabe schließt die Rückfrage · Esc verlässt</translation>
    </message>
    <message>
        <source>Answer the flag</source>
        <translation>Rückfrage beantworten</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment on “{}”</source>
        <translation>Kommentar zu „{}“</translation>
    </message>
    <message>
        <source>Enter answers · Esc leaves</source>
        <translation>Eingabe antwortet · Esc verlässt</translation>
    </message>
    <message>
        <source>Enter keeps it, empty takes it away · Esc leaves</source>
        <translation>Eingabe behält ihn, leer nimmt ihn weg · Esc verlässt</translation>
    </message>
    <message>
        <source>First a digit or ↑ ↓ for the reason, then words · Enter flags · Esc leaves</source>
        <translation>Erst Ziffer oder ↑ ↓ für den Grund, dann Worte · Eingabe fragt · Esc verlässt</translation>
    </message>
    <message>
        <source>Flag the article “{}”</source>
        <translation>Rückfrage zum Artikel „{}“</translation>
    </message>
    <message>
        <source>Flag “{}”</source>
        <translation>Rückfrage zu „{}“</translation>
    </message>
    <message>
        <source>Known to the editors</source>
        <translation>Der Redaktion bekannt</translation>
    </message>
    <message>
        <source>More words, if you like</source>
        <translation>Weitere Wörter, wenn gewünscht</translation>
    </message>
    <message>
        <source>No flag here any more · Z brings it back.</source>
        <translation>Keine Rückfrage mehr hier · Z bringt sie wieder.</translation>
    </message>
    <message>
        <source>Select an annotation first: E, or a click on it.</source>
        <translation>Zuerst eine Annotation auswählen: E oder ein Klick darauf.</translation>
    </message>
    <message>
        <source>The rule does not fit here</source>
        <translation>Die Regel passt hier nicht</translation>
    </message>
    <message>
        <source>The text explains it elsewhere</source>
        <translation>Der Text erklärt es anderswo</translation>
    </message>
    <message>
        <source>What should an editor look at?</source>
        <translation>Worauf soll die Redaktion achten?</translation>
    </message>
    <message>
        <source>Why is no flag needed for “{}”?</source>
        <translation>Warum ist zu „{}“ keine Rückfrage nötig?</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>Reprints</name>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
    </message>
    <message>
        <source>What became of the labels</source>
        <translation>Was aus den Labels wurde</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>in one cluster with {}</source>
        <translation>in einer Gruppe mit {}</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>newer version of {}</source>
        <translation>neuere Fassung von {}</translation>
    </message>
    <message>
        <source>{} labels</source>
        <translation>{} Labels</translation>
    </message>
    <message>
        <source>{} there, {} here</source>
        <translation>dort {}, hier {}</translation>
    </message>
</context>
<context>
    <name>ReprintsScreen</name>
    <message>
        <source>1 article more has the words of others.</source>
        <translation>1 weiterer Artikel hat die Worte anderer.</translation>
    </message>
    <message>
        <source>1 newer version</source>
        <translation>1 neuere Fassung</translation>
    </message>
    <message>
        <source>1 reprint</source>
        <translation>1 Nachdruck</translation>
    </message>
    <message>
        <source>Articles with the words of others</source>
        <translation>Artikel mit den Worten anderer</translation>
    </message>
    <message>
        <source>Carried over; {} takes it back.</source>
        <translation>Übertragen; {} nimmt es zurück.</translation>
    </message>
    <message>
        <source>Carry labels over  Enter</source>
        <translation>Labels übertragen  Eingabe</translation>
    </message>
    <message>
        <source>Carry labels over to all {}  Enter</source>
        <translation>Labels auf alle {} übertragen  Eingabe</translation>
    </message>
    <message>
        <source>F finds reprints · Esc back</source>
        <translation>F sucht Nachdrucke · Esc zurück</translation>
    </message>
    <message>
        <source>Find reprints  F</source>
        <translation>Nachdrucke suchen  F</translation>
    </message>
    <message>
        <source>J/K move · V other text · Enter carries labels over · Esc back</source>
        <translation>J/K weiter · V anderer Text · Eingabe überträgt Labels · Esc zurück</translation>
    </message>
    <message>
        <source>Keep apart  X</source>
        <translation>Getrennt halten  X</translation>
    </message>
    <message>
        <source>Kept apart for good; {} takes it back.</source>
        <translation>Für immer getrennt; {} nimmt es zurück.</translation>
    </message>
    <message>
        <source>Linked as the newer version; {} takes it back.</source>
        <translation>Als neuere Fassung verknüpft; {} nimmt es zurück.</translation>
    </message>
    <message>
        <source>Looking for reprints… {}</source>
        <translation>Nachdrucke werden gesucht … {}</translation>
    </message>
    <message>
        <source>Newer version  N</source>
        <translation>Neuere Fassung  N</translation>
    </message>
    <message>
        <source>No article is known to have the words of another.

F looks at all of them.</source>
        <translation>Von keinem Artikel ist bekannt, dass er die Worte eines anderen hat.

F sieht alle durch.</translation>
    </message>
    <message>
        <source>No others were found.</source>
        <translation>Keine weiteren gefunden.</translation>
    </message>
    <message>
        <source>Nothing was changed: it is all there already.</source>
        <translation>Nichts wurde geändert: Alles ist schon da.</translation>
    </message>
    <message>
        <source>Open  O</source>
        <translation>Öffnen  O</translation>
    </message>
    <message>
        <source>Other text  V</source>
        <translation>Anderer Text  V</translation>
    </message>
    <message>
        <source>Reprints</source>
        <translation>Nachdrucke</translation>
    </message>
    <message>
        <source>Stop  F</source>
        <translation>Anhalten  F</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Angehalten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The article shown is a newer version of the other one</source>
        <translation>Der gezeigte Artikel ist eine neuere Fassung des anderen</translation>
    </message>
    <message>
        <source>{} articles more have the words of others.</source>
        <translation>{} weitere Artikel haben die Worte anderer.</translation>
    </message>
    <message>
        <source>{} newer versions</source>
        <translation>{} neuere Fassungen</translation>
    </message>
    <message>
        <source>{} reprints</source>
        <translation>{} Nachdrucke</translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>Passages</source>
        <translation>Fundstellen</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>A digit chooses the reason · words if you like · Enter sends · Esc leaves</source>
        <translation>Eine Ziffer wählt den Grund · Wörter, wenn gewünscht · Eingabe gibt zurück · Esc verlässt</translation>
    </message>
    <message>
        <source>A digit chooses · Ctrl+PgDown leads to all others · Esc leaves</source>
        <translation>Eine Ziffer wählt · Strg+Bild↓ führt zu allen übrigen · Esc verlässt</translation>
    </message>
    <message>
        <source>A digit chooses · Esc leaves</source>
        <translation>Eine Ziffer wählt · Esc verlässt</translation>
    </message>
    <message>
        <source>A digit chooses · it goes with the next decision · Esc leaves</source>
        <translation>Eine Ziffer wählt · er gilt für die nächste Entscheidung · Esc verlässt</translation>
    </message>
    <message>
        <source>Accept as gold ({}).</source>
        <translation>Als Gold annehmen ({}).</translation>
    </message>
    <message>
        <source>Accepted as gold. Enter opens the next.</source>
        <translation>Als Gold angenommen. Eingabe öffnet den nächsten.</translation>
    </message>
    <message>
        <source>An article comes here when somebody says that it is done (Ctrl+Enter).</source>
        <translation>Ein Artikel kommt hierher, wenn jemand ihn für fertig erklärt (Strg+Eingabe).</translation>
    </message>
    <message>
        <source>Annotator {}</source>
        <translation>Person {}</translation>
    </message>
    <message>
        <source>Confirm that it is empty ({}).</source>
        <translation>Bestätigen, dass hier nichts ist ({}).</translation>
    </message>
    <message>
        <source>Correcting: “{}”</source>
        <translation>Berichtigt wird: „{}“</translation>
    </message>
    <message>
        <source>Editors here: {}. They make others editors under Review, People.</source>
        <translation>Zur Redaktion gehören: {}. Sie nehmen andere unter Prüfung, Personen auf.</translation>
    </message>
    <message>
        <source>Enter opens the next article that two have finished.</source>
        <translation>Eingabe öffnet den nächsten Artikel, den zwei fertig haben.</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Esc zurück</translation>
    </message>
    <message>
        <source>Everybody says the same now.</source>
        <translation>Jetzt sagen alle dasselbe.</translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>Alles ist entschieden.</translation>
    </message>
    <message>
        <source>Guideline says otherwise</source>
        <translation>Richtlinie sagt es anders</translation>
    </message>
    <message>
        <source>It was sent back.</source>
        <translation>Er wurde zurückgegeben.</translation>
    </message>
    <message>
        <source>Leave it: {}</source>
        <translation>Lassen: {}</translation>
    </message>
    <message>
        <source>No article is finished yet.</source>
        <translation>Noch ist kein Artikel fertig.</translation>
    </message>
    <message>
        <source>No other article waits to be compared.</source>
        <translation>Kein anderer Artikel wartet auf den Vergleich.</translation>
    </message>
    <message>
        <source>Nobody has finished this article now.</source>
        <translation>Diesen Artikel hat jetzt niemand fertig.</translation>
    </message>
    <message>
        <source>Nothing belongs here</source>
        <translation>Hier gehört nichts hin</translation>
    </message>
    <message>
        <source>Nothing is to be decided here.</source>
        <translation>Hier ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Only one annotator is here: ← accepts, ↓ rejects.</source>
        <translation>Nur eine Person ist hier: ← nimmt an, ↓ lehnt ab.</translation>
    </message>
    <message>
        <source>Only {} has finished this article. Two are needed to compare.</source>
        <translation>Nur {} hat diesen Artikel fertig. Zum Vergleich braucht es zwei.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Reason: {}</source>
        <translation>Grund: {}</translation>
    </message>
    <message>
        <source>Send back to whom?</source>
        <translation>An wen zurückgeben?</translation>
    </message>
    <message>
        <source>Send back to {}: why?</source>
        <translation>An {} zurückgeben: warum?</translation>
    </message>
    <message>
        <source>Sent back to {}. Z takes it back.</source>
        <translation>An {} zurückgegeben. Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Versehen</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Etwas fehlt</translation>
    </message>
    <message>
        <source>The author</source>
        <translation>Der Verfasser</translation>
    </message>
    <message>
        <source>The guideline is unclear</source>
        <translation>Die Richtlinie ist unklar</translation>
    </message>
    <message>
        <source>The review is for editors.</source>
        <translation>Die Prüfung ist Sache der Redaktion.</translation>
    </message>
    <message>
        <source>The work of others is hidden until it is. Finish it with Ctrl+Enter, or look at another article with Ctrl+PgDown.</source>
        <translation>Die Arbeit anderer ist bis dahin verborgen. Mit Strg+Eingabe abschließen oder mit Strg+Bild↓ einen anderen Artikel ansehen.</translation>
    </message>
    <message>
        <source>There are no words here to change.</source>
        <translation>Hier sind keine Wörter zu ändern.</translation>
    </message>
    <message>
        <source>There is no answer {}.</source>
        <translation>Eine Antwort {} gibt es nicht.</translation>
    </message>
    <message>
        <source>They differ in: {}</source>
        <translation>Sie unterscheiden sich in: {}</translation>
    </message>
    <message>
        <source>This article is gold already. Reopen it first.</source>
        <translation>Dieser Artikel ist schon Gold. Ihn zuerst wieder öffnen.</translation>
    </message>
    <message>
        <source>This article is gold, and 1 difference has changed since.</source>
        <translation>Dieser Artikel ist Gold, und 1 Unterschied hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>This article is gold, and {} differences have changed since.</source>
        <translation>Dieser Artikel ist Gold, und {} Unterschiede haben sich seitdem geändert.</translation>
    </message>
    <message>
        <source>This article is gold.</source>
        <translation>Dieser Artikel ist Gold.</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Zu kurz</translation>
    </message>
    <message>
        <source>What should be done differently?</source>
        <translation>Was soll anders werden?</translation>
    </message>
    <message>
        <source>Which article?</source>
        <translation>Welcher Artikel?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Wrong label</source>
        <translation>Falsches Label</translation>
    </message>
    <message>
        <source>Wrong link</source>
        <translation>Falsche Verknüpfung</translation>
    </message>
    <message>
        <source>Wrong value</source>
        <translation>Falscher Wert</translation>
    </message>
    <message>
        <source>Your own work on this article is not finished.</source>
        <translation>Die eigene Arbeit an diesem Artikel ist nicht fertig.</translation>
    </message>
    <message>
        <source>[ ] { } move the edges · a label key changes the label · M sets values · Enter decides · Esc leaves it</source>
        <translation>[ ] { } verschieben die Ränder · eine Labeltaste ändert das Label · M setzt Werte · Eingabe entscheidet · Esc lässt es</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>eine Verknüpfung</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>annehmen</translation>
    </message>
    <message>
        <source>accept as gold</source>
        <translation>als Gold annehmen</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>einig</translation>
    </message>
    <message>
        <source>an attribute</source>
        <translation>ein Merkmal</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>berichtigen</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>berichtigt</translation>
    </message>
    <message>
        <source>dashes below the words</source>
        <translation>Striche unter den Wörtern</translation>
    </message>
    <message>
        <source>decide so</source>
        <translation>so entscheiden</translation>
    </message>
    <message>
        <source>difference {} of {}</source>
        <translation>Abweichung {} von {}</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>lassen</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>line above the words</source>
        <translation>Linie über den Wörtern</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>Mehrheit</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>zusammenführen</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>zusammengeführt</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>next article</source>
        <translation>nächster Artikel</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>wieder öffnen</translation>
    </message>
    <message>
        <source>reopens</source>
        <translation>öffnet wieder</translation>
    </message>
    <message>
        <source>review alone</source>
        <translation>allein prüfen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>send back</source>
        <translation>zurückgeben</translation>
    </message>
    <message>
        <source>take {}</source>
        <translation>{} nehmen</translation>
    </message>
    <message>
        <source>taken from {}</source>
        <translation>von {} genommen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>what changed</source>
        <translation>was sich geändert hat</translation>
    </message>
    <message>
        <source>whether at all</source>
        <translation>ob überhaupt</translation>
    </message>
    <message>
        <source>which label</source>
        <translation>welches Label</translation>
    </message>
    <message>
        <source>which value</source>
        <translation>welcher Wert</translation>
    </message>
    <message>
        <source>which words</source>
        <translation>welche Wörter</translation>
    </message>
    <message>
        <source>{} accepted</source>
        <translation>{} angenommen</translation>
    </message>
    <message>
        <source>{} agree on all {} annotations.</source>
        <translation>{} sind sich über alle {} Annotationen einig.</translation>
    </message>
    <message>
        <source>{} agreed, not shown</source>
        <translation>{} einig, nicht gezeigt</translation>
    </message>
    <message>
        <source>{} annotators</source>
        <translation>{} Personen</translation>
    </message>
    <message>
        <source>{} by majority</source>
        <translation>{} nach Mehrheit</translation>
    </message>
    <message>
        <source>{} changed since</source>
        <translation>{} seither geändert</translation>
    </message>
    <message>
        <source>{} corrected</source>
        <translation>{} berichtigt</translation>
    </message>
    <message>
        <source>{} decides so · Esc leaves it</source>
        <translation>{} entscheidet so · Esc lässt es</translation>
    </message>
    <message>
        <source>{} labelled nothing.</source>
        <translation>{} hat nichts ausgezeichnet.</translation>
    </message>
    <message>
        <source>{} leads to what changed · {} reopens the article.</source>
        <translation>{} führt zu dem, was sich geändert hat · {} öffnet den Artikel wieder.</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>{} übrig</translation>
    </message>
    <message>
        <source>{} merged</source>
        <translation>{} zusammengeführt</translation>
    </message>
    <message>
        <source>{} neither</source>
        <translation>{} keines</translation>
    </message>
    <message>
        <source>{} not in the sample</source>
        <translation>{} nicht in der Stichprobe</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>{} of {} in the sample</source>
        <translation>{} von {} in der Stichprobe</translation>
    </message>
    <message>
        <source>{} of {}: {}</source>
        <translation>{} von {}: {}</translation>
    </message>
    <message>
        <source>{} opens the next article that two have finished.</source>
        <translation>{} öffnet den nächsten Artikel, den zwei fertig haben.</translation>
    </message>
    <message>
        <source>{} opens the next.</source>
        <translation>{} öffnet den nächsten.</translation>
    </message>
    <message>
        <source>{} rejected</source>
        <translation>{} abgelehnt</translation>
    </message>
    <message>
        <source>{} reviews this work alone: accept, correct or reject each label.</source>
        <translation>{} prüft diese Arbeit allein: jedes Label annehmen, berichtigen oder ablehnen.</translation>
    </message>
    <message>
        <source>{} taken from </source>
        <translation>{} genommen von </translation>
    </message>
    <message>
        <source>{} towards {}</source>
        <translation>{} gegenüber {}</translation>
    </message>
    <message>
        <source>{} · changed since</source>
        <translation>{} · seither geändert</translation>
    </message>
    <message>
        <source>{} “{}” in another article</source>
        <translation>{} „{}“ in einem anderen Artikel</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Article under review</source>
        <translation>Artikel in Prüfung</translation>
    </message>
    <message>
        <source>Left answer</source>
        <translation>Linke Antwort</translation>
    </message>
    <message>
        <source>No article is finished yet.</source>
        <translation>Noch ist kein Artikel fertig.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Rechte Antwort</translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>{key}: {name}: {words}. {verdict}</source>
        <translation>{key}: {name}: {words}. {verdict}</translation>
    </message>
    <message>
        <source>✓ accept</source>
        <translation>✓ übernehmen</translation>
    </message>
    <message>
        <source>✕ wrong</source>
        <translation>✕ falsch</translation>
    </message>
</context>
<context>
    <name>SamplingCard</name>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Everything is looked at.</source>
        <translation>Alles wird angesehen.</translation>
    </message>
    <message>
        <source>Review of work done alone</source>
        <translation>Prüfung allein geleisteter Arbeit</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Share of the labels that an editor looks at</source>
        <translation>Anteil der Labels, die ein Redakteur ansieht</translation>
    </message>
    <message>
        <source>What an editor looks at</source>
        <translation>Was ein Redakteur ansieht</translation>
    </message>
    <message>
        <source>Where nobody else did an article, an editor looks at a drawn share of it.</source>
        <translation>Wo niemand sonst einen Artikel bearbeitet hat, sieht ein Redakteur einen ausgelosten Anteil an.</translation>
    </message>
    <message>
        <source>Which labels an editor looks at</source>
        <translation>Welche Labels ein Redakteur ansieht</translation>
    </message>
    <message>
        <source>Whose labels an editor looks at</source>
        <translation>Wessen Labels ein Redakteur ansieht</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>alle Labels</translation>
    </message>
</context>
<context>
    <name>SavedCard</name>
    <message>
        <source>Remove this search</source>
        <translation>Diese Suche entfernen</translation>
    </message>
    <message>
        <source>Rename this search</source>
        <translation>Diese Suche umbenennen</translation>
    </message>
    <message>
        <source>SAVED SEARCHES</source>
        <translation>GESPEICHERTE SUCHEN</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
</context>
<context>
    <name>SavedPresets</name>
    <message>
        <source>Kept as the preset “{}”.</source>
        <translation>Als Vorlage „{}“ behalten.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this preset</source>
        <translation>Diese Vorlage entfernen</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Vorlage speichern</translation>
    </message>
    <message>
        <source>Saved presets</source>
        <translation>Gespeicherte Vorlagen</translation>
    </message>
    <message>
        <source>The preset “{}” is gone.</source>
        <translation>Die Vorlage „{}“ ist weg.</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Articles not begun</source>
        <translation>Nicht begonnene Artikel</translation>
    </message>
    <message>
        <source>With a comment</source>
        <translation>Mit Kommentar</translation>
    </message>
    <message>
        <source>With an open flag</source>
        <translation>Mit offener Rückfrage</translation>
    </message>
    <message>
        <source>any ending</source>
        <translation>jede Endung</translation>
    </message>
    <message>
        <source>both words</source>
        <translation>beide Wörter</translation>
    </message>
    <message>
        <source>in this order</source>
        <translation>in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>labelled so</source>
        <translation>so ausgezeichnet</translation>
    </message>
    <message>
        <source>not this word</source>
        <translation>nicht dieses Wort</translation>
    </message>
    <message>
        <source>or in_progress, finished</source>
        <translation>oder in_progress, finished</translation>
    </message>
    <message>
        <source>or note, relation, verdict, annotation</source>
        <translation>oder note, relation, verdict, annotation</translation>
    </message>
    <message>
        <source>published there</source>
        <translation>dort erschienen</translation>
    </message>
    <message>
        <source>whose labels</source>
        <translation>wessen Labels</translation>
    </message>
    <message>
        <source>{}: not reviewed</source>
        <translation>{}: nicht geprüft</translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>Not saved since {}</source>
        <translation>Nicht gespeichert seit {}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>✓ Saved {}</source>
        <translation>✓ Gespeichert {}</translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offene</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>Welche Artikel</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>Reprints</source>
        <translation>Nachdrucke</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Select an annotation first: E, or a click on it.</source>
        <translation>Zuerst eine Annotation auswählen: E oder ein Klick darauf.</translation>
    </message>
    <message>
        <source>Two articles</source>
        <translation>Zwei Artikel</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>1 passage</source>
        <translation>1 Fundstelle</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: the rest is one phrase.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen: Der Rest ist eine einzige Wortfolge.</translation>
    </message>
    <message>
        <source>Enter renames · Esc leaves</source>
        <translation>Eingabe benennt um · Esc verlässt</translation>
    </message>
    <message>
        <source>Everybody who works in this project has it · Enter saves · Esc leaves</source>
        <translation>Alle, die in diesem Projekt arbeiten, haben sie · Eingabe speichert · Esc verlässt</translation>
    </message>
    <message>
        <source>J/K move · Enter opens · C claim · → words · Z undo · Esc back</source>
        <translation>J/K bewegen · Eingabe öffnet · C Aussage · → Wörter · Z rückgängig · Esc zurück</translation>
    </message>
    <message>
        <source>Label all…</source>
        <translation>Alle auszeichnen…</translation>
    </message>
    <message>
        <source>Label every place of these words</source>
        <translation>Jede Stelle dieser Wörter auszeichnen</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Name der Suche</translation>
    </message>
    <message>
        <source>No match for “{}” in the one article. Try fewer words.</source>
        <translation>Kein Treffer für „{}“ in dem einen Artikel. Weniger Wörter versuchen.</translation>
    </message>
    <message>
        <source>No match for “{}” in {} articles. Try fewer words.</source>
        <translation>Kein Treffer für „{}“ in {} Artikeln. Weniger Wörter versuchen.</translation>
    </message>
    <message>
        <source>Passages of {} articles, as you read on</source>
        <translation>Fundstellen aus {} Artikeln, weiter beim Lesen</translation>
    </message>
    <message>
        <source>Rename the search “{}”</source>
        <translation>Suche „{}“ umbenennen</translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation>Suche speichern…</translation>
    </message>
    <message>
        <source>Save the search “{}”</source>
        <translation>Suche „{}“ speichern</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>In allen Artikeln suchen</translation>
    </message>
    <message>
        <source>Search all articles: words, “a phrase”, label:claim …</source>
        <translation>In allen Artikeln: Wörter, „eine Wortfolge“, label:claim …</translation>
    </message>
    <message>
        <source>Search the texts and labels of all articles.</source>
        <translation>Texte und Labels aller Artikel durchsuchen.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>The first passages</source>
        <translation>Die ersten Fundstellen</translation>
    </message>
    <message>
        <source>Write what to look for first.</source>
        <translation>Zuerst schreiben, was gesucht wird.</translation>
    </message>
    <message>
        <source>{} passages in 1 article</source>
        <translation>{} Fundstellen in 1 Artikel</translation>
    </message>
    <message>
        <source>{} passages in {} articles</source>
        <translation>{} Fundstellen in {} Artikeln</translation>
    </message>
    <message>
        <source>↓ passages · Alt+1–9 saved searches · Esc back</source>
        <translation>↓ Fundstellen · Alt+1–9 gespeicherte Suchen · Esc zurück</translation>
    </message>
</context>
<context>
    <name>SearchSide</name>
    <message>
        <source>Articles not begun</source>
        <translation>Nicht begonnene Artikel</translation>
    </message>
    <message>
        <source>HOW TO SEARCH</source>
        <translation>SO WIRD GESUCHT</translation>
    </message>
    <message>
        <source>With a comment</source>
        <translation>Mit Kommentar</translation>
    </message>
    <message>
        <source>With an open flag</source>
        <translation>Mit offener Rückfrage</translation>
    </message>
    <message>
        <source>any ending</source>
        <translation>jede Endung</translation>
    </message>
    <message>
        <source>both words</source>
        <translation>beide Wörter</translation>
    </message>
    <message>
        <source>in this order</source>
        <translation>in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>labelled so</source>
        <translation>so ausgezeichnet</translation>
    </message>
    <message>
        <source>not this word</source>
        <translation>nicht dieses Wort</translation>
    </message>
    <message>
        <source>or in_progress, finished</source>
        <translation>oder in_progress, finished</translation>
    </message>
    <message>
        <source>or note, relation, verdict, annotation</source>
        <translation>oder note, relation, verdict, annotation</translation>
    </message>
    <message>
        <source>published there</source>
        <translation>dort erschienen</translation>
    </message>
    <message>
        <source>whose labels</source>
        <translation>wessen Labels</translation>
    </message>
    <message>
        <source>{}: not reviewed</source>
        <translation>{}: nicht geprüft</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Redone: {}</source>
        <translation>Wiederholt: {}</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation>Rückgängig: {}</translation>
    </message>
    <message>
        <source>“{}” cannot be taken back: others have gone on from it since. Nothing was changed. Undo once more takes back the step before.</source>
        <translation>„{}“ lässt sich nicht zurücknehmen: Andere haben seither darauf aufgebaut. Nichts wurde geändert. Noch einmal Rückgängig nimmt den Schritt davor zurück.</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>As it was delivered</source>
        <translation>Wie ausgeliefert</translation>
    </message>
    <message>
        <source>Reset: {}</source>
        <translation>Zurücksetzen: {}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>+ 0 − rate the first of them, T moves on. Off: they rate the whole sentence.</source>
        <translation>+ 0 − werten den ersten, T geht weiter. Aus: Sie werten den ganzen Satz.</translation>
    </message>
    <message>
        <source>A label on a whole sentence moves the cursor to the next one.</source>
        <translation>Nach einem Label auf einem ganzen Satz geht es zum nächsten weiter.</translation>
    </message>
    <message>
        <source>Added to the usual space, in parts of the text size.</source>
        <translation>Zusätzlich zum üblichen Abstand, in Teilen der Textgröße.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Characters in a line</source>
        <translation>Zeichen je Zeile</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Ctrl++ and Ctrl+− in the window do the same.</source>
        <translation>Strg++ und Strg+− im Fenster bewirken dasselbe.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Font of the article</source>
        <translation>Schrift des Artikels</translation>
    </message>
    <message>
        <source>Go on after a label</source>
        <translation>Nach einem Label weitergehen</translation>
    </message>
    <message>
        <source>Hide markup</source>
        <translation>Formatzeichen verbergen</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>How wide the column of text is.</source>
        <translation>Wie breit die Textspalte ist.</translation>
    </message>
    <message>
        <source>In parts of the text size.</source>
        <translation>In Teilen der Textgröße.</translation>
    </message>
    <message>
        <source>In parts of the text size; some read more easily from 12 on.</source>
        <translation>In Teilen der Textgröße; manche lesen ab 12 leichter.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>Menus and lists open at once, text cursors do not blink.</source>
        <translation>Menüs und Listen öffnen sich sofort, Schreibmarken blinken nicht.</translation>
    </message>
    <message>
        <source>Menus, lists and panels. The article has a size of its own.</source>
        <translation>Menüs, Listen und Bereiche. Der Artikel hat eine eigene Größe.</translation>
    </message>
    <message>
        <source>Number the names of a sentence</source>
        <translation>Namen eines Satzes nummerieren</translation>
    </message>
    <message>
        <source>Off: label before you look. Nothing that engines propose is shown or looked for.</source>
        <translation>Aus: erst auszeichnen, dann ansehen. Nichts, was Verfahren vorschlagen, wird gezeigt oder gesucht.</translation>
    </message>
    <message>
        <source>Off: letters do nothing in the article; menus and the mouse still label.</source>
        <translation>Aus: Buchstaben bewirken im Artikel nichts; Menüs und Maus zeichnen weiter aus.</translation>
    </message>
    <message>
        <source>Off: the program starts with the sample project.</source>
        <translation>Aus: Das Programm beginnt mit dem Beispielprojekt.</translation>
    </message>
    <message>
        <source>Open the last project at the start</source>
        <translation>Beim Start das letzte Projekt öffnen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Show suggestions</source>
        <translation>Vorschläge zeigen</translation>
    </message>
    <message>
        <source>Single letters are commands</source>
        <translation>Einzelne Buchstaben sind Befehle</translation>
    </message>
    <message>
        <source>Space between letters</source>
        <translation>Abstand zwischen Buchstaben</translation>
    </message>
    <message>
        <source>Space between paragraphs</source>
        <translation>Abstand zwischen Absätzen</translation>
    </message>
    <message>
        <source>Space between words</source>
        <translation>Abstand zwischen Wörtern</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Syntax a reader need not see, such as that of Markdown.</source>
        <translation>Zeichen, die zum Lesen nicht nötig sind, etwa die von Markdown.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>System follows the desktop, with its wish for high contrast.</source>
        <translation>System folgt dem Desktop, auch seinem Wunsch nach hohem Kontrast.</translation>
    </message>
    <message>
        <source>Takes effect when the program starts next. Labels keep the language of their scheme.</source>
        <translation>Gilt ab dem nächsten Start. Labels behalten die Sprache ihres Schemas.</translation>
    </message>
    <message>
        <source>Text size of the article</source>
        <translation>Textgröße des Artikels</translation>
    </message>
    <message>
        <source>Text size of the window</source>
        <translation>Textgröße des Fensters</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Reset this page</source>
        <translation>Seite zurücksetzen</translation>
    </message>
    <message>
        <source>Reset this page: {}</source>
        <translation>Seite zurücksetzen: {}</translation>
    </message>
</context>
<context>
    <name>Settled</name>
    <message>
        <source>accepted</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>accepted and changed</source>
        <translation>übernommen und geändert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>taken as one had it</source>
        <translation>übernommen, wie jemand es hatte</translation>
    </message>
</context>
<context>
    <name>ShortcutPage</name>
    <message>
        <source>All keys are as they were delivered.</source>
        <translation>Alle Tasten sind wie ausgeliefert.</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Tasten exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Tasten importieren</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>My own keys</source>
        <translation>Eigene Tasten</translation>
    </message>
    <message>
        <source>No command or key matches “{}”.</source>
        <translation>Kein Befehl und keine Taste passt zu „{}“.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation>Befehle oder Tasten suchen</translation>
    </message>
    <message>
        <source>Set of keys</source>
        <translation>Tastensatz</translation>
    </message>
    <message>
        <source>Single letters and signs are commands in the article</source>
        <translation>Einzelne Buchstaben und Zeichen sind Befehle im Artikel</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The changed keys are in {}.</source>
        <translation>Die geänderten Tasten stehen in {}.</translation>
    </message>
    <message>
        <source>The keys are those of {} now.</source>
        <translation>Die Tasten sind jetzt die von {}.</translation>
    </message>
    <message>
        <source>The keys are those of “{}” now.</source>
        <translation>Die Tasten sind jetzt die von „{}“.</translation>
    </message>
    <message>
        <source>{} already belongs to “{}”. Replace it, or choose another key.</source>
        <translation>{} gehört schon zu „{}“. Ersetzen oder eine andere Taste wählen.</translation>
    </message>
    <message>
        <source>{} does nothing now.</source>
        <translation>{} bewirkt jetzt nichts.</translation>
    </message>
    <message>
        <source>{} is “{}” now.</source>
        <translation>{} ist jetzt „{}“.</translation>
    </message>
    <message>
        <source>{} moves between the parts of the window. Choose another key.</source>
        <translation>{} wechselt zwischen den Teilen des Fensters. Eine andere Taste wählen.</translation>
    </message>
    <message>
        <source>{} opens the menu “{}”. Choose another key.</source>
        <translation>{} öffnet das Menü „{}“. Eine andere Taste wählen.</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>Leave and lose them</source>
        <translation>Verlassen und verlieren</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>The disk refuses one change.</source>
        <translation>Der Datenträger verweigert eine Änderung.</translation>
    </message>
    <message>
        <source>The disk refuses {} changes.</source>
        <translation>Der Datenträger verweigert {} Änderungen.</translation>
    </message>
    <message>
        <source>There is no article “{}” here.</source>
        <translation>Einen Artikel „{}“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>What was being written is here again: “{}”</source>
        <translation>Das Angefangene ist wieder da: „{}“</translation>
    </message>
    <message>
        <source>{} Stay, or leave and lose them?</source>
        <translation>{} Bleiben, oder verlassen und sie verlieren?</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Stopwatch</name>
    <message>
        <source>Your time: half of your {} articles took less than {} minutes. Only you see this; it is kept on this computer and never exported.</source>
        <translation>Eigene Zeit: Die Hälfte der {} Artikel brauchte weniger als {} Minuten. Das bleibt auf diesem Computer und wird nie exportiert.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>All annotators</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Last {} days</source>
        <translation>Letzte {} Tage</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Seit wann</translation>
    </message>
    <message>
        <source>Whose work is counted</source>
        <translation>Wessen Arbeit gezählt wird</translation>
    </message>
</context>
<context>
    <name>SuggestionRows</name>
    <message>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Boilerplate rules</source>
        <translation>Regeln für Beiwerk</translation>
    </message>
    <message>
        <source>Enter accepts it and goes on</source>
        <translation>Eingabe übernimmt ihn und geht weiter</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Quotation marks</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Repeats: “{}”</source>
        <translation>Wiederholt: „{}“</translation>
    </message>
    <message>
        <source>Reporting words</source>
        <translation>Wörter des Berichtens</translation>
    </message>
    <message>
        <source>Would be linked with: “{}”</source>
        <translation>Würde verknüpft mit: „{}“</translation>
    </message>
    <message>
        <source>X rejects it and goes on</source>
        <translation>X lehnt ihn ab und geht weiter</translation>
    </message>
    <message>
        <source>Your earlier labels</source>
        <translation>Eigene frühere Labels</translation>
    </message>
    <message>
        <source>a block about other articles</source>
        <translation>ein Block über andere Artikel</translation>
    </message>
    <message>
        <source>a cue without a source</source>
        <translation>ein Hinweiswort ohne Quelle</translation>
    </message>
    <message>
        <source>a line in several articles of this outlet</source>
        <translation>eine Zeile in mehreren Artikeln dieses Mediums</translation>
    </message>
    <message>
        <source>a line that pages print around articles</source>
        <translation>eine Zeile, wie sie Seiten um Artikel setzen</translation>
    </message>
    <message>
        <source>a link to another article</source>
        <translation>ein Verweis auf einen anderen Artikel</translation>
    </message>
    <message>
        <source>a reporting verb</source>
        <translation>ein Verb des Sagens</translation>
    </message>
    <message>
        <source>a reporting verb before its source</source>
        <translation>ein Verb des Sagens vor seiner Quelle</translation>
    </message>
    <message>
        <source>a section and a headline without a space between</source>
        <translation>Rubrik und Überschrift ohne Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>a sentence that stood above already</source>
        <translation>ein Satz, der oben schon stand</translation>
    </message>
    <message>
        <source>according to somebody</source>
        <translation>laut jemandem</translation>
    </message>
    <message>
        <source>left over from code</source>
        <translation>ein Rest von Programmtext</translation>
    </message>
    <message>
        <source>left over from the page’s markup</source>
        <translation>ein Rest der Auszeichnung der Seite</translation>
    </message>
    <message>
        <source>made for the sample project</source>
        <translation>für das Beispielprojekt gemacht</translation>
    </message>
    <message>
        <source>the same sentence, labelled elsewhere</source>
        <translation>derselbe Satz, anderswo ausgezeichnet</translation>
    </message>
    <message>
        <source>the same speaker as before</source>
        <translation>wer zuvor schon sprach</translation>
    </message>
    <message>
        <source>words in quotation marks</source>
        <translation>Wörter in Anführungszeichen</translation>
    </message>
    <message>
        <source>{engine}: {reason}, {percent} % sure</source>
        <translation>{engine}: {reason}, {percent} % sicher</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>for an editor</source>
        <translation>für die Redaktion</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>wird gemessen…</translation>
    </message>
    <message>
        <source>needs two who finished</source>
        <translation>braucht zwei, die fertig sind</translation>
    </message>
    <message>
        <source>open flag</source>
        <translation>offene Rückfrage</translation>
    </message>
    <message>
        <source>open flags</source>
        <translation>offene Rückfragen</translation>
    </message>
    <message>
        <source>{} done by two</source>
        <translation>{} von zweien fertig</translation>
    </message>
    <message>
        <source>{} finished, {} gold</source>
        <translation>{} fertig, {} Gold</translation>
    </message>
    <message>
        <source>{} in review</source>
        <translation>{} in Prüfung</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>This failed: {}. Nothing more was done.</source>
        <translation>Das ist misslungen: {}. Mehr wurde nicht getan.</translation>
    </message>
</context>
<context>
    <name>ThisArticleCard</name>
    <message>
        <source>1 suggestion left</source>
        <translation>1 Vorschlag offen</translation>
    </message>
    <message>
        <source>Accept all boilerplate: {}</source>
        <translation>Alles Beiwerk übernehmen: {}</translation>
    </message>
    <message>
        <source>No {} marked. Press Ctrl+Enter if that is right; it counts as a decision.</source>
        <translation>Keine {} ausgezeichnet. Strg+Eingabe, wenn das stimmt; es zählt als Entscheidung.</translation>
    </message>
    <message>
        <source>THIS ARTICLE</source>
        <translation>DIESER ARTIKEL</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>{} more: G goes through them</source>
        <translation>{} weitere: G geht sie durch</translation>
    </message>
    <message>
        <source>{} suggestions left</source>
        <translation>{} Vorschläge offen</translation>
    </message>
    <message>
        <source>✓ Done.</source>
        <translation>✓ Fertig.</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
</context>
<context>
    <name>_PathLine</name>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open folder: {}</source>
        <translation>Ordner öffnen: {}</translation>
    </message>
</context>
</TS>
