<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>KeyFigure</name>
    <message numerus="yes">
        <source>over %n price deck(s)</source>
        <translation>
            <numerusform>over one price deck</numerusform>
            <numerusform>over %n price decks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriceText</name>
    <message numerus="yes">
        <source>%1 decks, weights add to %2.</source>
        <translation>
            <numerusform>%1 decks, weights add to %2.</numerusform>
            <numerusform>%1 decks, weights add to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisionLines</name>
    <message numerus="yes">
        <source>%n edit(s) since revision %1</source>
        <translation>
            <numerusform>one edit since revision %1</numerusform>
            <numerusform>%n edits since revision %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenarioTable</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>one change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TornadoTable</name>
    <message numerus="yes">
        <source>There are %n such values.</source>
        <translation>
            <numerusform>There is one such value.</numerusform>
            <numerusform>There are %n such values.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UncertainTable</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>one value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CapitalPage</name>
    <message numerus="yes">
        <source>operations from %1 for %n years</source>
        <translation>
            <numerusform>operations from %1 for %n year</numerusform>
            <numerusform>operations from %1 for %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more items are phased wrongly.</source>
        <translation>
            <numerusform>One more item is phased wrongly.</numerusform>
            <numerusform>%n more items are phased wrongly.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CashFlowPage</name>
    <message numerus="yes">
        <source>Statement copied: %n line(s), in full digits.</source>
        <translation>
            <numerusform>Statement copied: %n line, in full digits.</numerusform>
            <numerusform>Statement copied: %n lines, in full digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CellEditing</name>
    <message numerus="yes">
        <source>Defaults for %n cells</source>
        <translation>
            <numerusform>Default for one cell</numerusform>
            <numerusform>Defaults for %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fill %n cells</source>
        <translation>
            <numerusform>Fill one cell</numerusform>
            <numerusform>Fill %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells filled, Ctrl+Z undoes</source>
        <translation>
            <numerusform>One cell filled, Ctrl+Z undoes</numerusform>
            <numerusform>%n cells filled, Ctrl+Z undoes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n numbers</source>
        <translation>
            <numerusform>Paste one number</numerusform>
            <numerusform>Paste %n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers pasted, Ctrl+Z undoes</source>
        <translation>
            <numerusform>One number pasted, Ctrl+Z undoes</numerusform>
            <numerusform>%n numbers pasted, Ctrl+Z undoes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CostsPage</name>
    <message numerus="yes">
        <source>%n more are listed in the status bar.</source>
        <translation>
            <numerusform>One more is listed in the status bar.</numerusform>
            <numerusform>%n more are listed in the status bar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FigureChoice</name>
    <message numerus="yes">
        <source>The first %n chart(s) of this list are shown, from left to right. Drag them into order, or move one with Alt and the arrow keys.</source>
        <translation>
            <numerusform>The first %n chart of this list are shown, from left to right. Drag them into order, or move one with Alt and the arrow keys.</numerusform>
            <numerusform>The first %n charts of this list are shown, from left to right. Drag them into order, or move one with Alt and the arrow keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HistoryPage</name>
    <message numerus="yes">
        <source>%n input(s) changed.</source>
        <translation>
            <numerusform>One input changed.</numerusform>
            <numerusform>%n inputs changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NavigationModel</name>
    <message numerus="yes">
        <source>%1, %n error(s)</source>
        <translation>
            <numerusform>%1, %n error</numerusform>
            <numerusform>%1, %n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PastePreview</name>
    <message numerus="yes">
        <source>%n numbers.</source>
        <translation>
            <numerusform>One number.</numerusform>
            <numerusform>%n numbers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProjectFiles</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RiskPage</name>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>one input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RowEditing</name>
    <message numerus="yes">
        <source>Remove %n rows</source>
        <translation>
            <numerusform>Remove one row</numerusform>
            <numerusform>Remove %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ScenariosPage</name>
    <message numerus="yes">
        <source>%n inputs as planned in all scenarios</source>
        <translation>
            <numerusform>one input as planned in all scenarios</numerusform>
            <numerusform>%n inputs as planned in all scenarios</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SpiderTab</name>
    <message numerus="yes">
        <source>%n that move it most</source>
        <translation>
            <numerusform>The one that moves it most</numerusform>
            <numerusform>%n that move it most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each input in percent of its plan, all others as planned. %n recalculations in %1.</source>
        <translation>
            <numerusform>Each input in percent of its plan, all others as planned. %n recalculation in %1.</numerusform>
            <numerusform>Each input in percent of its plan, all others as planned. %n recalculations in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sum %1   Mean %2   %n cell(s)</source>
        <translation>
            <numerusform>Sum %1   Mean %2   %n cell</numerusform>
            <numerusform>Sum %1   Mean %2   %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TornadoTab</name>
    <message numerus="yes">
        <source>Remove %n inputs from the tornado</source>
        <translation>
            <numerusform>Remove one input from the tornado</numerusform>
            <numerusform>Remove %n inputs from the tornado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One input at a time, all others as planned. %n recalculations and where each decision flips in %1.</source>
        <translation>
            <numerusform>One input at a time, all others as planned. %n recalculation and where each decision flips in %1.</numerusform>
            <numerusform>One input at a time, all others as planned. %n recalculations and where each decision flips in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TwoWayTab</name>
    <message numerus="yes">
        <source>Two inputs at a time, all others as planned. %n recalculations in %1.</source>
        <translation>
            <numerusform>Two inputs at a time, all others as planned. %n recalculation in %1.</numerusform>
            <numerusform>Two inputs at a time, all others as planned. %n recalculations in %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
