/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/text-encoding.h"

#include <errno.h>
#include <string.h>

/* A text that is neither Unicode nor ASCII does not say what it is. It is decoded in each way that
 * is in use for such tables; the right way gives characters that are often written, a wrong one
 * characters that few people know. */

typedef enum
{
  SCRIPT_SIMPLIFIED,
  SCRIPT_JAPANESE,
  SCRIPT_TRADITIONAL,
  SCRIPT_LATIN,
} Script;

static const struct
{
  const char *name;  /* as people and the IANA know it */
  const char *iconv; /* with the characters that Windows adds */
  Script script;
} legacy[] = {
  { "GB18030", "GB18030", SCRIPT_SIMPLIFIED }, { "Shift_JIS", "CP932", SCRIPT_JAPANESE },
  { "EUC-JP", "EUC-JP", SCRIPT_JAPANESE },     { "Big5", "CP950", SCRIPT_TRADITIONAL },
  { "Windows-1252", "CP1252", SCRIPT_LATIN },
};

static const char *const all[] = {
  "UTF-8",     "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE",     "GB18030",
  "Shift_JIS", "EUC-JP",   "Big5",     "EUC-KR",   "Windows-1252", NULL,
};

/* Characters that make up most of any text, and those that tables of technologies are made of. */
static const char *const common[] = {
  [SCRIPT_SIMPLIFIED] =
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说"
    "产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使"
    "点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反明看"
    "原又利比或但质气第向道命此变条只没结解问意建月公无系军很情最立代想已通并提直题党程展五果料象员革"
    "位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区"
    "强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术"
    "极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗"
    "完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界林律叫且究观越织装影算低持音"
    "众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列响约支般史感劳便团往酸历市克何除消构府称"
    "太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调"
    "满县局照参红细引听该铁价严项编码称备注系置度键材料智能源网络航芯片核医药脑激量子半导体纳米器人",
  [SCRIPT_JAPANESE] =
    "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書"
    "先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力"
    "問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品"
    "計死特私始朝運終台広住真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写"
    "字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚"
    "項備称術技関係機能材料番号分類対応含部等相信頼宇宙量航製造制御素器情報基盤先端複合超伝導性耐熱核融"
    "政府戦略重要経済全保障推進成法律第条",
  [SCRIPT_TRADITIONAL] =
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產"
    "種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從"
    "業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反明看原又利"
    "比或但質氣第向道命此變條只沒結解問意建月公無系軍很情最立代想已通並提直題黨程展五果料象員革位入常文"
    "總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被"
    "幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認"
    "六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報完類八離華名確才"
    "科張信馬節話整空元況今集溫傳土許步群廣石記需段研界項編碼稱備註材料智慧源網路航晶片核醫藥腦先進製",
  [SCRIPT_LATIN] = "",
};

#define HAN_FIRST 0x4e00
#define HAN_LAST 0x9fff

typedef struct
{
  Script script;
  guint8 is_common[(HAN_LAST - HAN_FIRST) / 8 + 1];
  gunichar before;
  double points;
} Score;

static void
score_init (Score *self, Script script)
{
  *self = (Score){ .script = script };
  for (const char *p = common[script]; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint place = g_utf8_get_char (p) - HAN_FIRST;

      self->is_common[place / 8] |= (guint8) (1u << (place % 8));
    }
}

static gboolean
is_common_han (const Score *self, gunichar c)
{
  guint place = c - HAN_FIRST;

  return (self->is_common[place / 8] & (1u << (place % 8))) != 0;
}

static double
score_east_asian (const Score *self, gunichar c)
{
  if (c >= HAN_FIRST && c <= HAN_LAST)
    return is_common_han (self, c) ? 4 : 0;
  if (c >= 0x3040 && c <= 0x30ff)
    return self->script == SCRIPT_JAPANESE ? 3 : 0;
  /* Punctuation, and letters and digits of full width. */
  if ((c >= 0x3000 && c <= 0x301f) || (c >= 0xff01 && c <= 0xff5e))
    return 2;
  /* Half-width kana are rare in tables, and what half of the other encodings' bytes turn into. */
  if (c >= 0xff61 && c <= 0xff9f)
    return -0.5;
  if (c >= 0xe000 && c <= 0xf8ff)
    return -8;

  return c < 0x2000 || (c >= 0x2010 && c <= 0x206f) ? 0 : -1;
}

/* In a European text such letters stand alone between ASCII ones; where many follow one another,
 * they are halves of other characters. */
static double
score_latin (const Score *self, gunichar c)
{
  gboolean follows = self->before >= 0x80;

  if (c >= 0xc0 && c <= 0xff && c != 0xd7 && c != 0xf7)
    return follows ? -1 : 3;
  /* Quotation marks, dashes, the sign for the euro. */
  if (c >= 0x2010)
    return follows ? -1 : 2;

  return follows ? -1 : 0.5;
}

static void
score_add (Score *self, gunichar c)
{
  if (c >= 0x80)
    self->points +=
      self->script == SCRIPT_LATIN ? score_latin (self, c) : score_east_asian (self, c);
  else if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
    self->points -= 8;
  self->before = c;
}

/* Decodes as much as fits. Returns %FALSE where there are invalid bytes, one of which is passed
 * over. */
static gboolean
decode_piece (GIConv converter, char **in, gsize *n_in, Score *score)
{
  guint32 characters[1024];
  char *out = (char *) characters;
  gsize n_out = sizeof characters;
  gsize result = g_iconv (converter, in, n_in, &out, &n_out);
  guint n = (guint) ((sizeof characters - n_out) / sizeof *characters);

  for (guint i = 0; i < n; i++)
    score_add (score, GUINT32_FROM_LE (characters[i]));
  if (result != (gsize) -1 || errno == E2BIG)
    return TRUE;
  if (errno == EINVAL)
    {
      /* The last character may go on behind the piece. */
      *n_in = 0;
      return TRUE;
    }

  (*in)++;
  (*n_in)--;

  return FALSE;
}

/* How much @data reads like a text in an encoding, for each byte that is not ASCII. */
static double
rate (const char *data, gsize length, guint encoding, gsize n_high)
{
  GIConv converter = g_iconv_open ("UCS-4LE", legacy[encoding].iconv);
  g_autofree char *copy = NULL;
  char *in;
  Score score;

  if (converter == (GIConv) -1)
    return -G_MAXDOUBLE;

  copy = g_memdup2 (data, length);
  in = copy;
  score_init (&score, legacy[encoding].script);
  while (length > 0)
    {
      if (!decode_piece (converter, &in, &length, &score))
        score.points -= 20;
    }
  g_iconv_close (converter);

  return score.points / (double) n_high;
}

static gsize
count_high_bytes (const char *data, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += (guchar) data[i] >= 0x80;

  return n;
}

/* UTF-8 in which some bytes are broken is still UTF-8: it is better to say where than to guess. */
static gboolean
is_nearly_utf8 (const char *data, gsize length, gboolean whole)
{
  const char *end = data + length;
  gsize n_good = 0;
  gsize n_bad = 0;

  for (const char *p = data; p < end;)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);

      if (c == (gunichar) -2 && !whole)
        break;
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          n_bad++;
          p++;
          continue;
        }
      n_good += c >= 0x80;
      /* NUL is one byte, whatever g_utf8_next_char() thinks of it. */
      p += MAX (g_unichar_to_utf8 (c, NULL), 1);
    }

  return n_bad == 0 || n_good > n_bad * 16;
}

/* UTF-16 has a NUL in each character that is ASCII, on one side. */
static const char *
find_utf16 (const char *data, gsize length, gboolean whole)
{
  gsize n_nuls[2] = { 0, 0 };
  gsize more;

  for (gsize i = 0; i < length; i++)
    n_nuls[i % 2] += data[i] == '\0';

  more = MAX (n_nuls[0], n_nuls[1]);
  /* Few of them are UTF-16 only where it is no other text with a NUL in it. */
  if (more * 3 < length && (more < 2 || is_nearly_utf8 (data, length, whole)))
    return NULL;
  if (n_nuls[0] * 8 < n_nuls[1])
    return "UTF-16LE";
  if (n_nuls[1] * 8 < n_nuls[0])
    return "UTF-16BE";

  return NULL;
}

static const char *
find_mark (const char *data, gsize length)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *encoding;
  } marks[] = {
    /* Before UTF-16, whose mark this one begins with. */
    { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" },
    { "\xef\xbb\xbf", 3, "UTF-8" },    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
        return marks[i].encoding;
    }

  return NULL;
}

/**
 * cw_text_encoding_guess:
 * @data: (array length=length): the beginning of a text
 * @length: in bytes
 * @whole: whether it is the whole text
 *
 * Finds out how a text is encoded: by its byte order mark, by being valid UTF-8, by the NULs of
 * UTF-16, and else by which of GB18030, Shift_JIS, EUC-JP, Big5 and Windows-1252 gives the most
 * usual characters.
 *
 * Returns: (transfer none): a name out of cw_text_encoding_list()
 */
const char *
cw_text_encoding_guess (const char *data, gsize length, gboolean whole)
{
  const char *found = find_mark (data, length);
  gsize n_high = count_high_bytes (data, length);
  double most = 0;

  if (found == NULL)
    found = find_utf16 (data, length, whole);
  if (found != NULL)
    return found;
  if (n_high == 0 || is_nearly_utf8 (data, length, whole))
    return "UTF-8";

  for (guint i = 0; i < G_N_ELEMENTS (legacy); i++)
    {
      double rating = rate (data, length, i, n_high);

      if (rating > most)
        {
          found = legacy[i].name;
          most = rating;
        }
    }

  return found != NULL ? found : "UTF-8";
}

/**
 * cw_text_encoding_get_iconv_name:
 * @encoding: a name out of cw_text_encoding_list(), or another that iconv knows
 *
 * Returns: (transfer none): what iconv calls it, with the characters that Windows adds to it
 */
const char *
cw_text_encoding_get_iconv_name (const char *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (legacy); i++)
    {
      if (g_ascii_strcasecmp (legacy[i].name, encoding) == 0)
        return legacy[i].iconv;
    }

  return encoding;
}

/**
 * cw_text_encoding_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the encodings a person can choose from
 */
const char *const *
cw_text_encoding_list (void)
{
  return all;
}
