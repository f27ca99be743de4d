/** A feed as a test saves it, in the dialect of one generator; `at` is where its sounds, covers and chapters lie. */
export type SavedFeed = (at: string) => string;

/** Castopod: PSP-1, podcast:chapters, seasons, an explicit flag in words. */
export const castopodFeed: SavedFeed = (at) => `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/xsl" href="/assets/feed.xsl" ?>
<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>
<atom:link href="${at}/castopod.xml" rel="self" type="application/rss+xml"/>
<generator>Castopod - https://castopod.org/</generator>
<title>Radio du préau</title><description><![CDATA[<p>La radio des <strong>CM1</strong>.</p>]]></description>
<itunes:image href="${at}/cover.jpg"/><language>fr</language><itunes:explicit>false</itunes:explicit>
<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid><podcast:locked>yes</podcast:locked>
<item><title>La cantine &amp; nous</title><enclosure url="${at}/cantine.mp3?_from=feed" length="4000" type="audio/mpeg"/>
<guid>https://radio.exemple.fr/@preau/episodes/la-cantine</guid><pubDate>Fri, 14 Mar 2025 09:30:00 +0100</pubDate>
<description><![CDATA[<p>Le menu&nbsp;:</p><ul><li>des pâtes</li><li>une pomme</li></ul><p>Avec <a href="https://exemple.fr">la cuisine</a>.</p>]]></description>
<itunes:duration>2</itunes:duration><itunes:explicit>true</itunes:explicit><itunes:season>2</itunes:season><itunes:episode>7</itunes:episode><podcast:season>2</podcast:season><podcast:episode>7</podcast:episode>
<itunes:image href="${at}/cantine.png"/><podcast:chapters url="${at}/cantine.json" type="application/json+chapters"/></item>
</channel></rss>`;

/** WordPress with PowerPress: an excerpt as description, the text beside it, Podlove chapters, entities of HTML. */
export const powerPressFeed: SavedFeed = (at) => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
	xmlns:psc="http://podlove.org/simple-chapters"
	xmlns:rawvoice="https://blubrry.com/developer/rawvoice-rss/"
>
<channel>
	<title>Les ondes de l&#8217;école</title><link>https://ecole.exemple.fr</link>
	<description>Un podcast d&amp;rsquo;école</description>
	<itunes:image href="${at}/cover.jpg" />
	<item>
		<title>Visite au moulin &#8211; première partie</title>
		<link>https://ecole.exemple.fr/?p=12</link>
		<dc:creator><![CDATA[admin]]></dc:creator>
		<pubDate>Mon, 03 Feb 2025 08:00:00 +0000</pubDate>
		<guid isPermaLink="false">https://ecole.exemple.fr/?p=12</guid>
		<description><![CDATA[Nous sommes allés au moulin [&#8230;]]]></description>
		<content:encoded><![CDATA[<p>Nous sommes allés au moulin à eau.</p>
<script>alert("bonjour")</script>
<p>Le meunier nous a parlé.</p>]]></content:encoded>
		<enclosure url="${at}/moulin.mp3" length="0" type="audio/mpeg" />
		<itunes:explicit>clean</itunes:explicit><itunes:duration>0:02</itunes:duration>
		<psc:chapters version="1.2"><psc:chapter start="00:00:00.000" title="Le chemin"/><psc:chapter start="00:00:01.200" title="La roue"/></psc:chapters>
	</item>
	<item><title>Un billet sans son</title><guid isPermaLink="false">https://ecole.exemple.fr/?p=13</guid></item>
</channel></rss>`;

/** Anchor (Spotify for Creators): CDATA everywhere, an address within an address, a UUID as guid. */
export const anchorFeed: SavedFeed = (
  at,
) => `<?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:anchor="https://anchor.fm/xmlns" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
<title><![CDATA[Le collège en direct]]></title><description><![CDATA[<p>Chaque semaine.</p>]]></description><generator>Anchor Podcasts</generator>
<itunes:image href="${at}/cover.jpg"/>
<item><title><![CDATA[Épisode 1 : la rentrée]]></title><description><![CDATA[<p>Premier jour.<br />Premières voix.</p>]]></description>
<link>https://podcasters.spotify.com/pod/show/college/episodes/rentree</link><guid isPermaLink="false">1f0e8bd4-6f2f-4b3f-a9e5-0a7d6a1c9f11</guid><dc:creator><![CDATA[Collège]]></dc:creator><pubDate>Mon, 02 Sep 2024 07:00:00 GMT</pubDate>
<enclosure url="${at}/anchor/play/1/${encodeURIComponent("https://d3ctxlq1ktw2nl.cloudfront.net/rentree.m4a")}" length="1" type="audio/x-m4a"/>
<itunes:summary>&lt;p&gt;Premier jour.&lt;/p&gt;</itunes:summary><itunes:explicit>No</itunes:explicit><itunes:duration>00:00:02</itunes:duration><itunes:season>1</itunes:season><itunes:episode>1</itunes:episode><itunes:episodeType>full</itunes:episodeType></item>
</channel></rss>`;

/** Ausha: ISO-8859-1, a sound that is moved once, an episode image that is the podcast’s. */
export const aushaFeed: SavedFeed = (at) => `<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0"><channel>
<title>La fréquence des élèves</title><description>Trente minutes d'école</description><image><url>${at}/cover.jpg</url><title>La fréquence</title><link>https://exemple.fr</link></image><itunes:image href="${at}/cover.jpg"/>
<item><title>Lectures à voix haute</title><pubDate>Thu, 06 Nov 2025 17:00:00 +0000</pubDate><guid isPermaLink="false">bXlhdXNoYWd1aWQ=</guid>
<description>&lt;p&gt;Trois lectures, très différentes.&lt;/p&gt;</description><itunes:image href="${at}/cover.jpg"/>
<enclosure url="${at}/moved/lectures.mp3" length="4000" type="audio/mpeg"/><itunes:explicit>no</itunes:explicit></item>
</channel></rss>`;
