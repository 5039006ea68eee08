/// Feeds that the mutations begin with: one of each notation and of each way to nest.
enum FuzzSeeds {
  static let all: [String] = [
    #"{"id":"1","text":"a \ud83d\ude42 b","author":{"name":"Mere"},"likes":"1.2K"}"# + "\n"
      + #"{"id":"2","parent":"1","text":"c"}"#,
    #"{"data":[{"id":"1_2","message":"a","created_time":"2024-09-01T00:00:00+0000","comments":{"data":[{"id":"1_3","message":"b"}]}}],"paging":{}}"#,
    #"[{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"a","body":"x","replies":{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"b","body":"y","replies":""}}]}}}},{"kind":"more","data":{"count":3}}]}}]"#,
    #"{"thread":{"$type":"app.bsky.feed.defs#threadViewPost","post":{"uri":"at://a/app.bsky.feed.post/1","record":{"text":"a","createdAt":"2024-09-01T00:00:00Z"}},"replies":[{"post":{"uri":"at://b/app.bsky.feed.post/2","record":{"text":"b"}}}]}}"#,
    #"{"comments_v2":[{"timestamp":1725238077,"data":[{"comment":{"timestamp":1725238077,"comment":"M\u00c4\u0081ori","author":"Jo"}}],"title":"t"}]}"#,
    #"window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"a &amp; b","created_at":"Mon Sep 02 00:47:57 +0000 2024"}}];"#,
    #"{"name":"x","type":"public_channel","id":9,"messages":[{"id":1,"type":"message","from":"Jo","from_id":"u","date_unixtime":"1725238077","text":["a",{"type":"link","text":"b","href":"c"}]}]}"#,
    #"<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>t</title><item><title>p &amp; q</title><wp:post_id>1</wp:post_id><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_date_gmt><![CDATA[2024-09-01 00:00:00]]></wp:comment_date_gmt><wp:comment_content><![CDATA[<p>a <a href="x">b</a></p>]]></wp:comment_content></wp:comment></item></channel></rss>"#,
    #"<disqus xmlns="http://disqus.com"><thread dsq:id="1"><title>t</title></thread><post dsq:id="2"><message><![CDATA[<p>a</p>]]></message><createdAt>2024-09-01T00:00:00Z</createdAt><author><name>Jo</name></author><thread dsq:id=1/></post></disqus>"#,
    #"<!DOCTYPE html><html><body><div class="message default clearfix" id="message1"><div class="pull_right date details" title="05.01.2024 12:30:05"></div><div class="from_name">Jo</div><div class="text">a<br>b</div></div></body></html>"#,
    "Comment ID,Reply To,Author,Date,Likes,Status,Comment\r\n1,,Mere,2024-09-01 18:13:38,\"1,204\",Pending,\"a \"\"b\"\"\r\nc\"\r\n2,1,Jo,,,,d\r\n",
    "Date,Link,Message\n2024-09-02 00:47:57,https://www.linkedin.com/x,\"He said \\\"no\\\", twice\"\nsecond line\n",
    "From jo@example.nz Mon Sep 02 00:47:57 2024\nFrom: =?utf-8?q?H=C4=93mi?= <h@example.nz>\nSubject: Re: x\nDate: Mon, 02 Sep 2024 12:47:57 +1200\nMessage-ID: <1@x>\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nS2lhIG9yYQo=\n--b--\n",
  ]
}
