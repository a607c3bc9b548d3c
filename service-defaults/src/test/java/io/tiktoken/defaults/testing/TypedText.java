package io.tiktoken.defaults.testing;

import java.util.List;

/**
 * What people type, and what of it others shall see: one table for the rule and for every field that obeys it.
 *
 * @param why what the case is about
 * @param visible empty when nothing of it can be seen
 */
public record TypedText(String why, String typed, String visible) {

    private static final String TOWER = "\u0316\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030A\u030B";

    public static final List<TypedText> ALL = List.of(
            // Spelling that stays.
            kept("plain words", "for lunch"),
            kept("Chinese and emoji", "午餐 🍜"),
            kept("Malay", "Belanja hari ini"),
            kept("Tamil", "மதிய உணவு"),
            kept("Hindi", "दोपहर का भोजन"),
            kept("Thai, with two marks on a letter", "อาหารเที่ยง น้ำ"),
            kept("Burmese, with five marks on a letter", "လျှို့ဝှက်"),
            kept("Khmer", "អាហារថ្ងៃត្រង់"),
            kept("Arabic with vowel signs", "غَدَاءٌ لَذِيذٌ"),
            kept("Hebrew with points", "אֲרוּחָה"),
            kept("Korean", "점심 값"),
            kept("Vietnamese", "Bữa trưa ngon tuyệt"),
            kept("Sinhala with its joiner", "ශ්‍රී ලංකා"),
            kept("Sinhala with touching letters", "ක‍්‍ය"),
            kept("Persian with its non-joiner", "می‌خواهم"),
            kept("Persian with a digit before the non-joiner", "۵‌شنبه"),
            kept("Marathi with an eyelash", "वाऱ्‍या"),
            kept("Bengali with a joiner", "র‍্যাব"),
            kept("a family of emoji", "👨‍👩‍👧‍👦 lunch"),
            kept("a profession with a skin", "👩🏽‍🚀"),
            kept("a flag of joined emoji", "🏳️‍🌈"),
            kept("a flag of two letters", "🇸🇬"),
            kept("a flag of tags", "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F"),
            kept("a keycap", "1️⃣"),
            kept("a red heart", "I ❤️ SG"),
            kept("an emoji that this Java does not know yet", "\uD83E\uDEC8"),
            kept("a Japanese name with a variant", "葛\uDB40\uDD00城"),
            kept("Mongolian with a variant", "ᠠ\u180B"),
            kept("a verse's end, which is a format character with a glyph", "\u06DD١"),
            kept("punctuation alone", "!?"),
            kept("what looks like a formula", "=1+1"),
            kept("what looks like markup", "<b>&amp;</b>"),
            kept("a letter beyond the first plane", "𠮷野家"),
            kept("the replacement character, which is seen", "caf\uFFFD"),
            // White space.
            new TypedText("spaces around", "  for lunch ", "for lunch"),
            new TypedText("many spaces inside", "for \u00A0  lunch", "for lunch"),
            new TypedText("a line end and a tab", "for\nlunch\t!", "for lunch !"),
            new TypedText("a Windows line end", "for\r\nlunch", "for lunch"),
            new TypedText("separators of lines and paragraphs", "for\u2028lunch\u2029!", "for lunch !"),
            new TypedText("the next-line control", "for\u0085lunch", "for lunch"),
            new TypedText("an ideographic space", "\u3000午\u3000餐\u3000", "午 餐"),
            new TypedText("thin and narrow spaces", "1\u2009000\u202F000", "1 000 000"),
            new TypedText("a cell of Braille without a dot", "\u2813\u2800\u2813\u2800", "\u2813 \u2813"),
            // What turns text around, or hides.
            new TypedText("an override", "paid\u202Eeciwt\u202C", "paideciwt"),
            new TypedText("an embedding", "\u202Apaid\u202C \u202Btwice\u202C", "paid twice"),
            new TypedText("isolates", "\u2066paid\u2069 \u2067twice\u2069", "paid twice"),
            new TypedText("marks of direction", "\u200Epaid\u200F\u061C", "paid"),
            new TypedText("spaces without width", "for\u200B\uFEFFlunch\u2060!", "forlunch!"),
            new TypedText("a soft hyphen", "lun\u00ADch", "lunch"),
            new TypedText("controls", "l\u0000u\u0007n\u001Bch\u007F", "lunch"),
            new TypedText("a grapheme joiner", "lun\u034Fch", "lunch"),
            new TypedText("the Mongolian vowel separator", "lun\u180Ech", "lunch"),
            new TypedText("annotations between lines", "\uFFF9lunch\uFFFAdinner\uFFFB", "lunchdinner"),
            new TypedText("private use", "lunch\uE000\uDBFF\uDFFD", "lunch"),
            new TypedText("noncharacters", "lunch\uFFFF\uFDD0", "lunch"),
            new TypedText("unassigned code points", "lunch\u0378", "lunch"),
            new TypedText("tags that spell a message", "lunch\uDB40\uDC68\uDB40\uDC69", "lunch"),
            new TypedText("tags behind a flag that name no place", "🏴\uDB40\uDC68\uDB40\uDC69", "🏴"),
            new TypedText("Hangul fillers inside", "점\u3164심", "점심"),
            new TypedText("a joiner at the end", "lunch\u200D", "lunch"),
            new TypedText("a joiner at the beginning", "\u200Clunch", "lunch"),
            new TypedText("a joiner beside a space", "for\u200D lunch", "for lunch"),
            new TypedText("joiners in a row", "می\u200C\u200Cخواهم", "میخواهم"),
            new TypedText("a joiner behind punctuation", "lunch!\u200Da", "lunch!a"),
            new TypedText("a selector at the beginning", "\uFE0Flunch", "lunch"),
            new TypedText("selectors in a row", "❤\uFE0F\uFE0F\uFE0E", "❤\uFE0F"),
            new TypedText("a mark without a letter", "\u0301lunch \u0301!", "lunch !"),
            new TypedText("a tower of marks", "Z" + TOWER + TOWER, "Ź\u0316\u0302\u0303\u0304\u0306"),
            // One spelling.
            new TypedText("an accent by itself becomes one letter", "cafe\u0301", "café"),
            new TypedText("a Tamil vowel sign in two parts", "க\u0BC6\u0BBE", "க\u0BCA"),
            new TypedText("the sign of the ångström", "5 \u212B", "5 Å"),
            new TypedText("letters of Hangul become a syllable", "\u1112\u1161\u11AB", "한"),
            new TypedText("a filler kept two parts asunder", "e\u034F\u0301", "é"),
            // Nothing to see.
            nothing("no text", ""),
            nothing("white space", " \t\n\u00A0\u3000"),
            nothing("the Hangul filler", "\u3164"),
            nothing("all four Hangul fillers", "\u115F\u1160\u3164\uFFA0"),
            nothing("blank Braille", "\u2800\u2800"),
            nothing("lone marks", "\u0301\u0302"),
            nothing("an enclosing mark", "\u20DD"),
            nothing("a vowel sign by itself", "\u0BBE"),
            nothing("joiners", "\u200C\u200D"),
            nothing("selectors", "\uFE0F\uDB40\uDD00"),
            nothing("tags", "\uDB40\uDC61\uDB40\uDC7F"),
            nothing("a soft hyphen", "\u00AD"),
            nothing("a grapheme joiner", "\u034F"),
            nothing("the Mongolian vowel separator", "\u180E"),
            nothing("annotations", "\uFFF9\uFFFA\uFFFB"),
            nothing("overrides and isolates", "\u202E\u2066\u200F"),
            nothing("noncharacters", "\uFFFE\uDBFF\uDFFE"),
            nothing("private use", "\uF8FF"),
            nothing("an unassigned code point", "\u0378"),
            nothing("separators of lines and paragraphs", "\u2028\u2029"),
            nothing("the null note head", "\uD834\uDD59"),
            nothing("the object replacement character", "\uFFFC"));

    private static TypedText kept(String why, String typed) {
        return new TypedText(why, typed, typed);
    }

    private static TypedText nothing(String why, String typed) {
        return new TypedText(why, typed, "");
    }

    @Override
    public String toString() {
        return why;
    }
}
