<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddToMap</name>
    <message numerus="yes">
        <source>%n thing(s) put on the map “{map}”.</source>
        <translation>
            <numerusform>%n thing put on the map “{map}”.</numerusform>
            <numerusform>%n things put on the map “{map}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AutocodeDialog</name>
    <message numerus="yes">
        <source>%n with the code already</source>
        <translation>
            <numerusform>%n with the code already</numerusform>
            <numerusform>%n with the code already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code %n passage(s)</source>
        <translation>
            <numerusform>Code %n passage</numerusform>
            <numerusform>Code %n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message numerus="yes">
        <source>%n theme(s)</source>
        <translation>
            <numerusform>%n theme</numerusform>
            <numerusform>%n themes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesWindow</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n variable</numerusform>
            <numerusform>%n variables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n variable(s) text</source>
        <translation>
            <numerusform>Make %n variable text</numerusform>
            <numerusform>Make %n variables text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) do not fit. Nothing is pasted yet.</source>
        <translation>
            <numerusform>%n cell does not fit. Nothing is pasted yet.</numerusform>
            <numerusform>%n cells do not fit. Nothing is pasted yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseSegmentsDialog</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenCodes</name>
    <message numerus="yes">
        <source>%n code(s) chosen</source>
        <translation>
            <numerusform>%n code chosen</numerusform>
            <numerusform>%n codes chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeSurgery</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) coded with “{name}” too.</source>
        <translation>
            <numerusform>%n segment coded with “{name}” too.</numerusform>
            <numerusform>%n segments coded with “{name}” too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) moved to “{name}”.</source>
        <translation>
            <numerusform>%n segment moved to “{name}”.</numerusform>
            <numerusform>%n segments moved to “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n segment(s) to</source>
        <translation>
            <numerusform>Move %n segment to</numerusform>
            <numerusform>Move %n segments to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” split: segments went to %n code(s).</source>
        <translation>
            <numerusform>“{name}” split: segments went to %n code.</numerusform>
            <numerusform>“{name}” split: segments went to %n codes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) removed; the text stays.</source>
        <translation>
            <numerusform>%n code removed; the text stays.</numerusform>
            <numerusform>%n codes removed; the text stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) went back.</source>
        <translation>
            <numerusform>%n segment went back.</numerusform>
            <numerusform>%n segments went back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookModel</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n document(s)</source>
        <translation>
            <numerusform>in %n document</numerusform>
            <numerusform>in %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n coding(s): several coders on the same words are one segment)</source>
        <translation>
            <numerusform>(%n coding: several coders on the same words are one segment)</numerusform>
            <numerusform>(%n codings: several coders on the same words are one segment)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A filter is on: only what it leaves is counted. In all: %n segment(s)</source>
        <translation>
            <numerusform>A filter is on: only what it leaves is counted. In all: %n segment</numerusform>
            <numerusform>A filter is on: only what it leaves is counted. In all: %n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodingTab</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnActs</name>
    <message numerus="yes">
        <source>Remove variable with its %n value(s)</source>
        <translation>
            <numerusform>Remove variable with its %n value</numerusform>
            <numerusform>Remove variable with its %n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) have a display id now.</source>
        <translation>
            <numerusform>%n case has a display id now.</numerusform>
            <numerusform>%n cases have a display id now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of “{name}” do not fit the type {type}.</source>
        <translation>
            <numerusform>%n value of “{name}” does not fit the type {type}.</numerusform>
            <numerusform>%n values of “{name}” do not fit the type {type}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type changed, %n value(s) taken away.</source>
        <translation>
            <numerusform>Type changed, %n value taken away.</numerusform>
            <numerusform>Type changed, %n values taken away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cooccurrence</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) removed; text and codes stay</source>
        <translation>
            <numerusform>%n coding removed; text and codes stay</numerusform>
            <numerusform>%n codings removed; text and codes stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) not filled in yet: left out</source>
        <translation>
            <numerusform>%n condition not filled in yet: left out</numerusform>
            <numerusform>%n conditions not filled in yet: left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of segments</source>
        <translation>
            <numerusform>%n pair of segments</numerusform>
            <numerusform>%n pairs of segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) coded with “{code}”</source>
        <translation>
            <numerusform>%n passage coded with “{code}”</numerusform>
            <numerusform>%n passages coded with “{code}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) copied</source>
        <translation>
            <numerusform>%n quote copied</numerusform>
            <numerusform>%n quotes copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) marked as used</source>
        <translation>
            <numerusform>%n quote marked as used</numerusform>
            <numerusform>%n quotes marked as used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) ticked</source>
        <translation>
            <numerusform>%n quote ticked</numerusform>
            <numerusform>%n quotes ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked passage(s):</source>
        <translation>
            <numerusform>%n ticked passage:</numerusform>
            <numerusform>%n ticked passages:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n had it already</source>
        <translation>
            <numerusform>; %n had it already</numerusform>
            <numerusform>; %n had it already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n passage(s):</source>
        <translation>
            <numerusform>All %n passage:</numerusform>
            <numerusform>All %n passages:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code %n passage(s) with</source>
        <translation>
            <numerusform>Code %n passage with</numerusform>
            <numerusform>Code %n passages with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n pair(s) that meet the value is not defined.</source>
        <translation>
            <numerusform>In %n pair that meet the value is not defined.</numerusform>
            <numerusform>In %n pairs that meet the value is not defined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Memo on %n passage(s)</source>
        <translation>
            <numerusform>Memo on %n passage</numerusform>
            <numerusform>Memo on %n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not used any more: %n quote(s)</source>
        <translation>
            <numerusform>Not used any more: %n quote</numerusform>
            <numerusform>Not used any more: %n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove with its %n coding(s)</source>
        <translation>
            <numerusform>Remove with its %n coding</numerusform>
            <numerusform>Remove with its %n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {number} codes with their %n coding(s)</source>
        <translation>
            <numerusform>Remove {number} codes with their %n coding</numerusform>
            <numerusform>Remove {number} codes with their %n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {number} documents with their %n coding(s)</source>
        <translation>
            <numerusform>Remove {number} documents with their %n coding</numerusform>
            <numerusform>Remove {number} documents with their %n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take which code off %n passage(s)? Only codings that were found go.</source>
        <translation>
            <numerusform>Take which code off %n passage? Only codings that were found go.</numerusform>
            <numerusform>Take which code off %n passages? Only codings that were found go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{some} of %n case(s)</source>
        <translation>
            <numerusform>{some} of %n case</numerusform>
            <numerusform>{some} of %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{some} of %n document(s)</source>
        <translation>
            <numerusform>{some} of %n document</numerusform>
            <numerusform>{some} of %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Covering</name>
    <message numerus="yes">
        <source>%n turn(s) without a code.</source>
        <translation>
            <numerusform>%n turn without a code.</numerusform>
            <numerusform>%n turns without a code.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentFolders</name>
    <message numerus="yes">
        <source>%n document(s) moved to “{name}”.</source>
        <translation>
            <numerusform>%n document moved to “{name}”.</numerusform>
            <numerusform>%n documents moved to “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) moved.</source>
        <translation>
            <numerusform>%n document moved.</numerusform>
            <numerusform>%n documents moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name of the folder for %n document(s)</source>
        <translation>
            <numerusform>Name of the folder for %n document</numerusform>
            <numerusform>Name of the folder for %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentSetMenus</name>
    <message numerus="yes">
        <source>%n document(s) put into “{name}”.</source>
        <translation>
            <numerusform>%n document put into “{name}”.</numerusform>
            <numerusform>%n documents put into “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) taken out of “{name}”.</source>
        <translation>
            <numerusform>%n document taken out of “{name}”.</numerusform>
            <numerusform>%n documents taken out of “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentSetSwitch</name>
    <message numerus="yes">
        <source>%n document set(s)</source>
        <translation>
            <numerusform>%n document set</numerusform>
            <numerusform>%n document sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message numerus="yes">
        <source>%n document(s) removed.</source>
        <translation>
            <numerusform>%n document removed.</numerusform>
            <numerusform>%n documents removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditBanner</name>
    <message numerus="yes">
        <source>%n coding(s) would lose all their words:</source>
        <translation>
            <numerusform>%n coding would lose all its words:</numerusform>
            <numerusform>%n codings would lose all their words:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases would lose all their words:</source>
        <translation>
            <numerusform>%n part of cases would lose all its words:</numerusform>
            <numerusform>%n parts of cases would lose all their words:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message numerus="yes">
        <source>%n separator(s) of lines (U+2028, U+2029) became line ends.</source>
        <translation>
            <numerusform>%n separator of lines (U+2028, U+2029) became line ends.</numerusform>
            <numerusform>%n separators of lines (U+2028, U+2029) became line ends.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible sign(s) (byte order mark, NUL) left out.</source>
        <translation>
            <numerusform>%n invisible sign (byte order mark, NUL) left out.</numerusform>
            <numerusform>%n invisible signs (byte order mark, NUL) left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign(s) no text can hold became �.</source>
        <translation>
            <numerusform>%n sign no text can hold became �.</numerusform>
            <numerusform>%n signs no text can hold became �.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) lost all their words.</source>
        <translation>
            <numerusform>%n coding lost all its words.</numerusform>
            <numerusform>%n codings lost all their words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problem found</numerusform>
            <numerusform>%n problems found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message numerus="yes">
        <source>Filter on: {left} of %n memo(s)</source>
        <translation>
            <numerusform>Filter on: {left} of %n memo</numerusform>
            <numerusform>Filter on: {left} of %n memos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameworkView</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n theme(s)</source>
        <translation>
            <numerusform>%n theme</numerusform>
            <numerusform>%n themes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n summary(ies)</source>
        <translation>
            <numerusform>%n summary</numerusform>
            <numerusform>%n summaries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GenerateDialog</name>
    <message numerus="yes">
        <source>%n thing(s) on the map</source>
        <translation>
            <numerusform>%n thing on the map</numerusform>
            <numerusform>%n things on the map</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridActs</name>
    <message numerus="yes">
        <source>%n cell(s) cleared.</source>
        <translation>
            <numerusform>%n cell cleared.</numerusform>
            <numerusform>%n cells cleared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) filled.</source>
        <translation>
            <numerusform>%n row filled.</numerusform>
            <numerusform>%n rows filled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) pasted.</source>
        <translation>
            <numerusform>%n cell pasted.</numerusform>
            <numerusform>%n cells pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found no place: add cases first, or open the table.</source>
        <translation>
            <numerusform>%n row found no place: add cases first, or open the table.</numerusform>
            <numerusform>%n rows found no place: add cases first, or open the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) found no place: add variables first.</source>
        <translation>
            <numerusform>%n column found no place: add variables first.</numerusform>
            <numerusform>%n columns found no place: add variables first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDetails</name>
    <message numerus="yes">
        <source>%n case(s):</source>
        <translation>
            <numerusform>%n case:</numerusform>
            <numerusform>%n cases:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) from open answers:</source>
        <translation>
            <numerusform>%n document from open answers:</numerusform>
            <numerusform>%n documents from open answers:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s):</source>
        <translation>
            <numerusform>%n code:</numerusform>
            <numerusform>%n codes:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Survey, %n case(s)</source>
        <translation>
            <numerusform>Survey, %n case</numerusform>
            <numerusform>Survey, %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n coded segment</numerusform>
            <numerusform>%n coded segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Codebook, %n code(s)</source>
        <translation>
            <numerusform>Codebook, %n code</numerusform>
            <numerusform>Codebook, %n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used. Untick to leave out.</source>
        <translation>
            <numerusform>%n file cannot be used. Untick to leave out.</numerusform>
            <numerusform>%n files cannot be used. Untick to leave out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalFlow</name>
    <message numerus="yes">
        <source>Kept what was being written when the program ended: %n memo(s).</source>
        <translation>
            <numerusform>Kept what was being written when the program ended: %n memo.</numerusform>
            <numerusform>Kept what was being written when the program ended: %n memos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message numerus="yes">
        <source>Remove %n memo(s)</source>
        <translation>
            <numerusform>Remove %n memo</numerusform>
            <numerusform>Remove %n memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s) removed.</source>
        <translation>
            <numerusform>%n memo removed.</numerusform>
            <numerusform>%n memos removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redact these %n passages</source>
        <translation>
            <numerusform>Redact these %n passages</numerusform>
            <numerusform>Redact these %n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n display id(s) and write</source>
        <translation>
            <numerusform>Give %n display id and write</numerusform>
            <numerusform>Give %n display ids and write</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) redacted: {mark} is printed.</source>
        <translation>
            <numerusform>%n passage redacted: {mark} is printed.</numerusform>
            <numerusform>%n passages redacted: {mark} is printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapActs</name>
    <message numerus="yes">
        <source>%n relation(s) removed; the quotes stay.</source>
        <translation>
            <numerusform>%n relation removed; the quotes stay.</numerusform>
            <numerusform>%n relations removed; the quotes stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) taken off the map; codes and quotes stay.</source>
        <translation>
            <numerusform>%n thing taken off the map; codes and quotes stay.</numerusform>
            <numerusform>%n things taken off the map; codes and quotes stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapBar</name>
    <message numerus="yes">
        <source>%n theme(s)</source>
        <translation>
            <numerusform>%n theme</numerusform>
            <numerusform>%n themes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkingFlow</name>
    <message numerus="yes">
        <source>%n coding(s) changed.</source>
        <translation>
            <numerusform>%n coding changed.</numerusform>
            <numerusform>%n codings changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) chosen</source>
        <translation>
            <numerusform>%n coding chosen</numerusform>
            <numerusform>%n codings chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weight of %n coding(s)</source>
        <translation>
            <numerusform>Weight of %n coding</numerusform>
            <numerusform>Weight of %n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReaderTools</name>
    <message numerus="yes">
        <source>%n stripe(s) hidden</source>
        <translation>
            <numerusform>%n stripe hidden</numerusform>
            <numerusform>%n stripes hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Redacting</name>
    <message numerus="yes">
        <source>%n redaction(s) taken back</source>
        <translation>
            <numerusform>%n redaction taken back</numerusform>
            <numerusform>%n redactions taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceFileDialog</name>
    <message numerus="yes">
        <source>%n segment(s) stay with their words.</source>
        <translation>
            <numerusform>%n segment stays with its words.</numerusform>
            <numerusform>%n segments stay with their words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) to look at afterwards: their words were changed.</source>
        <translation>
            <numerusform>%n segment to look at afterwards: its words were changed.</numerusform>
            <numerusform>%n segments to look at afterwards: their words were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) go, for their words are gone.</source>
        <translation>
            <numerusform>%n segment goes, for its words are gone.</numerusform>
            <numerusform>%n segments go, for their words are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases go, for their words are gone.</source>
        <translation>
            <numerusform>%n part of cases goes, for its words are gone.</numerusform>
            <numerusform>%n parts of cases go, for their words are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases to look at afterwards: their words were changed.</source>
        <translation>
            <numerusform>%n part of cases to look at afterwards: its words were changed.</numerusform>
            <numerusform>%n parts of cases to look at afterwards: their words were changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceTextDialog</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n document(s)</source>
        <translation>
            <numerusform>in %n document</numerusform>
            <numerusform>in %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n place(s)</source>
        <translation>
            <numerusform>Replace %n place</numerusform>
            <numerusform>Replace %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced.</source>
        <translation>
            <numerusform>%n place replaced.</numerusform>
            <numerusform>%n places replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) lost all their words.</source>
        <translation>
            <numerusform>%n segment lost all its words.</numerusform>
            <numerusform>%n segments lost all their words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message numerus="yes">
        <source>%n segment(s) to look at</source>
        <translation>
            <numerusform>%n segment to look at</numerusform>
            <numerusform>%n segments to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) confirmed.</source>
        <translation>
            <numerusform>%n place confirmed.</numerusform>
            <numerusform>%n places confirmed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewsFlow</name>
    <message numerus="yes">
        <source>The review of {who} is here: %n new.</source>
        <translation>
            <numerusform>The review of {who} is here: %n new.</numerusform>
            <numerusform>The review of {who} is here: %n new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message numerus="yes">
        <source>Merge %n case(s) into “{name}”</source>
        <translation>
            <numerusform>Merge %n case into “{name}”</numerusform>
            <numerusform>Merge %n cases into “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n case(s)</source>
        <translation>
            <numerusform>Remove %n case</numerusform>
            <numerusform>Remove %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) removed; their documents stay.</source>
        <translation>
            <numerusform>%n case removed; their documents stay.</numerusform>
            <numerusform>%n cases removed; their documents stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchMenu</name>
    <message numerus="yes">
        <source>Code %n hit(s)…</source>
        <translation>
            <numerusform>Code %n hit…</numerusform>
            <numerusform>Code %n hits…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code %n hit(s)…</source>
        <translation>
            <numerusform>Code %n hit…</numerusform>
            <numerusform>Code %n hits…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message numerus="yes">
        <source>%n passage(s) coded with “{name}”</source>
        <translation>
            <numerusform>%n passage coded with “{name}”</numerusform>
            <numerusform>%n passages coded with “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had it already</source>
        <translation>
            <numerusform>%n had it already</numerusform>
            <numerusform>%n had it already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentCard</name>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentLinks</name>
    <message numerus="yes">
        <source>All %n link(s)…</source>
        <translation>
            <numerusform>All %n link…</numerusform>
            <numerusform>All %n links…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentMoves</name>
    <message numerus="yes">
        <source>Move %n segment(s) to code…</source>
        <translation>
            <numerusform>Move %n segment to code…</numerusform>
            <numerusform>Move %n segments to code…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetMenus</name>
    <message numerus="yes">
        <source>%n code(s) put into “{name}”.</source>
        <translation>
            <numerusform>%n code put into “{name}”.</numerusform>
            <numerusform>%n codes put into “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) taken out of “{name}”.</source>
        <translation>
            <numerusform>%n code taken out of “{name}”.</numerusform>
            <numerusform>%n codes taken out of “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeakerCases</name>
    <message numerus="yes">
        <source>%n speaker(s) belong to cases now.</source>
        <translation>
            <numerusform>%n speaker belong to cases now.</numerusform>
            <numerusform>%n speakers belong to cases now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitCodeDialog</name>
    <message numerus="yes">
        <source>%n segment(s) are dealt out. Close once more to forget that.</source>
        <translation>
            <numerusform>%n segment is dealt out. Close once more to forget that.</numerusform>
            <numerusform>%n segments are dealt out. Close once more to forget that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message numerus="yes">
        <source>%n row(s) for known cases</source>
        <translation>
            <numerusform>%n row for known cases</numerusform>
            <numerusform>%n rows for known cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new case(s)</source>
        <translation>
            <numerusform>%n new case</numerusform>
            <numerusform>%n new cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n row left out</numerusform>
            <numerusform>%n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) do not fit. Nothing is brought in yet.</source>
        <translation>
            <numerusform>%n cell does not fit. Nothing is brought in yet.</numerusform>
            <numerusform>%n cells do not fit. Nothing is brought in yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) brought in.</source>
        <translation>
            <numerusform>%n value brought in.</numerusform>
            <numerusform>%n values brought in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new case(s).</source>
        <translation>
            <numerusform>%n new case.</numerusform>
            <numerusform>%n new cases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextErrands</name>
    <message numerus="yes">
        <source>%n segment(s) to look at</source>
        <translation>
            <numerusform>%n segment to look at</numerusform>
            <numerusform>%n segments to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) lost all their words.</source>
        <translation>
            <numerusform>%n segment lost all its words.</numerusform>
            <numerusform>%n segments lost all their words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases lost all their words.</source>
        <translation>
            <numerusform>%n part of cases lost all its words.</numerusform>
            <numerusform>%n parts of cases lost all their words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) to look at.</source>
        <translation>
            <numerusform>%n segment to look at.</numerusform>
            <numerusform>%n segments to look at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases to look at.</source>
        <translation>
            <numerusform>%n part of cases to look at.</numerusform>
            <numerusform>%n parts of cases to look at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemeActs</name>
    <message numerus="yes">
        <source>%n segment(s) as evidence for “{name}”</source>
        <translation>
            <numerusform>%n segment as evidence for “{name}”</numerusform>
            <numerusform>%n segments as evidence for “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) as evidence against “{name}”</source>
        <translation>
            <numerusform>%n segment as evidence against “{name}”</numerusform>
            <numerusform>%n segments as evidence against “{name}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemesTab</name>
    <message numerus="yes">
        <source>%n theme(s)</source>
        <translation>
            <numerusform>%n theme</numerusform>
            <numerusform>%n themes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnwrittenErrands</name>
    <message numerus="yes">
        <source>%n text(s) not written</source>
        <translation>
            <numerusform>%n text not written</numerusform>
            <numerusform>%n texts not written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoicesSection</name>
    <message numerus="yes">
        <source>{some} of %n case(s)</source>
        <translation>
            <numerusform>{some} of %n case</numerusform>
            <numerusform>{some} of %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message numerus="yes">
        <source>%n document(s) imported.</source>
        <translation>
            <numerusform>%n document imported.</numerusform>
            <numerusform>%n documents imported.</numerusform>
        </translation>
    </message>
</context>
</TS>
