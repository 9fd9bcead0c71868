<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;nnotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the selection to the annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the selection out of the annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, open the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one word earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one word later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as JSONL…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend back by a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend by a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend to the next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend to the word before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag the article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide markup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label all occurrences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels and inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link and remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to another article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move by sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next claim without a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next target of a rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next undecided sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source: implicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source: the outlet itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source: unnamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject the suggested source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the last label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported via…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one sentence back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one sentence more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the character before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the word before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentiment grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set attributes, or confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one word earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one word later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same source as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Aiming</name>
    <message>
        <source>No name in this sentence. Select the words that are judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {} names in this sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotateScreen</name>
    <message>
        <source>Link: select the other end, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected. E selects an annotation of the sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the words, Enter links them, Esc ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky: press a label key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky: {} · Enter labels, Esc ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion: S takes it, X the next, Esc none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target: {} · T next, then + 0 −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This label has nothing to set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>Selected: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence {number} of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>All articles are done. Export with Ctrl+E.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: “{}” · Z takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filtered ones are done. Ctrl+P, then Esc shows the others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>No article is open.
Drop text, Markdown or JSONL files here, or press Ctrl+I.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required, not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attribution</name>
    <message>
        <source>Cue suggestion: {}, S to accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cue: {} · Z takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every claim and quote here has a source, or a word about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No further suggestion. Select the source and press S.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is suggested here. N goes to the next open claim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source suggestion: {}, S to accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {} · S takes the next instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {} · Z takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other suggestion. Z takes this one back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}? S takes it, X shows the next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Articles with like words · Enter opens one beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for articles …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article has like words. Search for one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in other articles matches. Try fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words, or label:claim, outlet:post …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter runs · Esc closes     &gt; commands   @ articles   # labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a command, a label or an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is called “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command, a label or an article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareScreen</name>
    <message>
        <source>J/K move · E picks · Enter links · Del unlinks · F6 other side · Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here can be linked. A label key labels the sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing picked · E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not linked · Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>A search needs a name of visible characters, at most {}. It was not saved. Write another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source is linked to it. Nothing was changed. Remove that link first: ✕ beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {} cannot overlap a {}. Nothing was changed. Choose words beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of these words are labelled already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An annotation cannot be linked with itself. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attitude is shown towards somebody. Choose another cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write to {} ({}). Nothing was exported. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mention of “{}” is labelled as a sentiment already. Nothing was changed. Select the words that show the attitude in the article and label those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label as {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {} into {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of the annotation would be left. It was not changed. Delete removes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the project cannot be read: {}. Nothing was changed. Open a backup of the project instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of {} cannot be read: it names no device. Nothing was changed. Open a backup of the project instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of {} cannot be read: it names no scheme. Nothing was changed. Open a backup of the project instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of {} cannot be read: its scheme is damaged. Nothing was changed. Open a backup of the project instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of {} cannot be read: {}. Nothing was changed. Open a backup of the project instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove link: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the search “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row: none expressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the search “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was stopped. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file read back is not the one written. Nothing was exported. Check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal contradicts itself: {}. Nothing was changed. Open a backup of the project instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme has no label “{}”. It has {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme has no polarity “{}”. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme has no relation “{}”. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme has no {} “{}” for articles. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme of this project has no word for what has no source. Nothing was changed. A flag (F) or a comment (M) can say it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search has {} parts. Nothing was searched. Use at most {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search holds U+{}, which is in no text. Nothing was searched. Leave the character out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search is empty. It was not saved. Write what to look for first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds {} in line {}, character {} (offset {}). Nothing was stored. Remove it from the text, or choose another encoding, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a search “{}” already. Nothing was changed. Write another name, or remove that search first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no article “{}” in {}. List them with: annotator articles {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{}:”. Nothing was searched. Known are {} To look for the words themselves, put them in quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {}. Nothing was made. Make the folder first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {}. Nothing was written. Make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format {}. Nothing was done. Choose one of: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer “{}”. Nothing was exported. Choose raw, gold, or one annotator of: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project {}. Nothing was changed. Check the name, or make it with: annotator new {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scheme “{}”. Nothing was made. Name a preset ({}) or a TOML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {}. Nothing was imported from it. Look at the name and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two are linked so already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two are the same entity already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are labelled as {} already. It is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words cannot be labelled: {}. Choose other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words name no entity in this scheme. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This annotation is no longer there. Nothing was changed. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be a name: it is empty, too long or not on one line. Nothing was changed. Write it otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This flag is no longer there. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is no longer there. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row is no longer there. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row or column is no longer there. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} belongs to something else. Nothing was exported. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be changed: it or its folder is read-only. Nothing was changed. Copy the project to a folder of yours and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be changed: the file is read-only. Nothing was changed. Copy the project to a folder of yours and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be changed: {} is read-only. Nothing was changed. Copy the project to a folder of yours and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be copied before it is brought up to date ({}). It was not changed. Copy it to a folder of yours and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be made: the disk refuses it. Nothing was made. Free some space on the disk, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be made: {}. Nothing was made. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be opened. Nothing was changed. Check that the file exists and that you may read it and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be written ({}). Your keys are as they were. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} exists already. It was not changed. Choose another name, or open it with: annotator open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} exists already. Nothing was written. Choose another name, or replace it with --force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has the extension .{}, which is not known. Nothing was imported from it. Save it as one of {}, or name its format with --format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} holds no keys. Your keys are as they were. Choose a file that “Export…” of this page has written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is a folder, not a project. Give the name of a {} file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no file. {} Choose a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no text: byte {} is NUL, as in pictures and programs. {} Save the article as plain text in UTF-8 and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not an Annotator project, or its beginning is damaged. It was not changed. Choose another file, or open a backup of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not an Annotator project. It was not changed. Choose a {} file, or bring articles in with: annotator import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is open elsewhere ({}). Nothing was changed. Close it there, or work on a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is the name of a file that lies beside a dataset. Nothing was written. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is the project itself. Nothing was written. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} problem(s) were found, so nothing was imported. Mend them, or import without --strict.
{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was made by an older version. It was not changed. Open it once in the window to bring it up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was made with a newer version of Annotator (file version {}, this program knows {}). It was not changed. Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {} not match the text any more. Nothing was exported, and the project is unchanged. Run `annotator check` on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {}. {} Unpack it yourself and import the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}:{}” is not known. Nothing was searched. Choose one of: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}:” has no value. Nothing was searched. Give one{}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” cannot lead from {} to {}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” goes by “{}” already. Nothing was changed. Merge the two, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” is labelled as a sentiment here, so the cell says what it shows. Nothing was changed. Clear the cell first: Del removes the label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” joins annotations of one article. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” joins these two already and excludes “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” may leave an annotation {} time(s) only. Remove the link that is there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” would run in a circle. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Crediting</name>
    <message>
        <source>A digit chooses, nearest first · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No claim before this one has a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No claim or quote is in this sentence. C labels one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other source is labelled. Select this one, then words, and press S.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a source first, or a claim that has one: E, or a click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source again: {} · Z takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme of this project has no such link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a source: {} · Z takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” is reported via</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” is reported via “{}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Nothing is selected. E selects an annotation of the sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an annotation first (E), then words (→).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the words with → and Shift+→, or with the mouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label cannot leave its paragraph or become empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · Z brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntitiesWindow</name>
    <message>
        <source>&amp;Merge into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also &amp;known as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places of the entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put ; between further names · Enter on a place goes there · Ctrl+Z undo · Esc close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHERE IT STANDS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHERE IT STANDS · {} LABELLED · {} BY NAME ONLY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another name of the list, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as: the mayor; she</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntityCommands</name>
    <message>
        <source>The list has no “{}”. Nothing was changed. Choose a name of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntityField</name>
    <message>
        <source>All entities (Ctrl+Shift+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles (*.txt *.md *.markdown *.jsonl *.zip);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as JSONL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {} to {}, with {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {} to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing… {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSONL (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*.annotator)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*.annotator);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could not be imported is listed below; everything else is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} articles imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} were here already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Not in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press C. This sentence is a claim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+Enter when the article is done. ? shows all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press F to ask an editor; type why, then Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Z. Everything can be undone, also tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select who or what is judged, and press + or − (0 is neutral).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select who says so with → and Shift+→, or the mouse; press S. It is linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Focusing</name>
    <message>
        <source>Focus on the paragraph · Esc shows everything again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrameRows</name>
    <message>
        <source>Cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or without a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported via</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported via… ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select in the text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this answer away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words that hand it to the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Framing</name>
    <message>
        <source>Elsewhere in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridCommands</name>
    <message>
        <source>{} — mentioned as {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} — {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridPane</name>
    <message>
        <source>Cells not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the sentiment grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sentiment is labelled in this article yet. Rate the mention of a person or thing with + 0 or −; it becomes a column here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SENTIMENT: WHO TOWARDS WHOM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentiment grid pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} polarity · N none expressed, Shift+N in the rest of the row · C cannot tell · Del not looked at · Enter to the words · Z undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridTable</name>
    <message>
        <source>Holders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentiment grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label claims, sources and sentiment in news articles; review them; export datasets.

Qt {} (LGPL) · fonts Literata, Inter and Atkinson Hyperlegible (OFL) · icons Lucide (ISC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>1–9 choose · Del clears · Tab next · Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab next · Esc back to the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab next · Space labels · Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ list · Enter opens · Esc back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorCard</name>
    <message>
        <source>Answer… (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment… (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition and examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected. Press E to pick an annotation in this sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · raised by {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” in “{}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>A digit chooses · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick one annotation in each article: E, or a click on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme has no link between {} and {} of two articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two are not linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which link?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press the new key · Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new key, Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ scroll · Esc closes this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyStrip</name>
    <message>
        <source>Add a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Change keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>It is labelled so already. Select words to label something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked to “{}” further away · Z takes both back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was labelled yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are labelled and linked so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are labelled so already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelsCard</name>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LABELS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the words before an editor: a reason, and what to look at.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>A digit chooses · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an annotation first: E, or a click on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the other end: E or J, or a click on it. Esc leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme has no link between {} and {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which link?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (earlier)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (later)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Leave and lose them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk refuses {} changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last project is not there now: {}. Another one is shown instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample project cannot be made in {} ({}). Nothing was changed. Open a project of yours with Ctrl+O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen “{}” is not in this version. The articles are shown instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no article “{}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was being written is here again: “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} Stay, or leave and lose them?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Every sentence has a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is labelled in this sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no flag in the text of this article.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Less: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>&amp;All articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label key chooses another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J/K move · Space ticks · Ctrl+A all or none · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label every place of “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label {} · Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking … {} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} places chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} places chosen · {} labelled or boilerplate, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · Z takes all of it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OccurrencesList</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnOffEditor</name>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteOpener</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label something, then select words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an article first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an annotation first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelPane</name>
    <message>
        <source>Labels and inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageLabels</name>
    <message>
        <source>A title cannot be labelled. Enter opens the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was labelled yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are labelled so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words have no label of yours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Select the words with → and Shift+→, or the mouse; then Enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesOfFiles</name>
    <message>
        <source>A project is one file; copy it anywhere. Before a newer version of the program changes its format, a copy is laid beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent projects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, log and sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off this list; the file stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (not there now)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesOpener</name>
    <message>
        <source>folder path backup copy log recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyboard shortcuts commands preset vim left hand QualCoder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesWindow</name>
    <message>
        <source>No setting matches “{}”. Esc clears the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is saved up to the last step. Go on, or close the program and start it again. The report below holds no article text; please send it to those who look after the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>1 flag answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 flag open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No polarity yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None expressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{holder} towards {target}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} flags answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} flags open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ adjudicated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>All {} articles are done. Export (Ctrl+E).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “{}”. Clear the filter (Esc).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QUEUE · {} OF {} DONE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list of articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the title or the text, and label:claim, has:flag, status:finished, outlet:post, by:name; a minus before a part turns it round.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Forget all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not there any more; it may have been moved, or its disk is gone. Nothing was changed. Open it from its new place with Ctrl+O.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>Answer the flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter answers · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter keeps it, empty takes it away · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First a digit or ↑ ↓ for the reason, then words · Enter flags · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag the article “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an annotation first: E, or a click on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should an editor look at?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedCard</name>
    <message>
        <source>Remove this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAVED SEARCHES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Articles not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an open flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labelled so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or in_progress, finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or note, relation, verdict, annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whose labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>Not saved since {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Select an annotation first: E, or a click on it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>1 passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter renames · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody who works in this project has it · Enter saves · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First passages of {} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HOW TO SEARCH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J/K move · Enter opens · C claim · → words · Z undo · Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label every place of these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match for “{}” in the one article. Try fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match for “{}” in {} articles. Try fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the search “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the search “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all articles: words, “a phrase”, label:claim …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the texts and labels of all articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an open flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what to look for first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labelled so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or in_progress, finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or note, relation, verdict, annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whose labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} passages in 1 article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} passages in {} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Redone: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>As it was delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>+ 0 − rate the first of them, T moves on. Off: they rate the whole sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label on a whole sentence moves the cursor to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the usual space, in parts of the text size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters in a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl++ and Ctrl+− in the window do the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide markup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide the column of text is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In parts of the text size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In parts of the text size; some read more easily from 12 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menus and lists open at once, text cursors do not blink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menus, lists and panels. The article has a size of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number the names of a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: letters do nothing in the article; menus and the mouse still label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the program starts with the sample project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the last project at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters are commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space between letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space between paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space between words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syntax a reader need not see, such as that of Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System follows the desktop, with its wish for high contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect when the program starts next. Labels keep the language of their scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size of the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Reset this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset this page: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutPage</name>
    <message>
        <source>All keys are as they were delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command or key matches “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters and signs are commands in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changed keys are in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys are those of {} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys are those of “{}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} already belongs to “{}”. Replace it, or choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does nothing now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is “{}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} moves between the parts of the window. Choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} opens the menu “{}”. Choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>This failed: {}. Nothing more was done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThisArticleCard</name>
    <message>
        <source>No {} marked. Press Ctrl+Enter if that is right; it counts as a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>THIS ARTICLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_PathLine</name>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
