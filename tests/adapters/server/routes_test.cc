#include "adapters/server/routes.h"

#include <doctest/doctest.h>

#include "adapters/server/assets.h"
#include "tests/fakes/fixed_clock.h"
#include "tests/fakes/tea_pack.h"

namespace waymark {

namespace {

struct Site {
  Config config;
  fakes::FixedClock clock;
  Log log{clock, [](std::string_view) {}};
  BundleHolder packs{fakes::tea_pack()};
  SessionSeal seal{KeyRing::generate(), SealPolicy{}};
  ConversationService service{packs, seal, clock, log};
  ServerContext context{config, service, packs, log};
  Routes routes{context};

  explicit Site(Config config_in = {}) : config(std::move(config_in)) {}

  static HttpRequest get(std::string_view target) {
    return {.method = "GET",
            .target = target,
            .host = "test",
            .origin = {},
            .content_type = {},
            .accept = {},
            .if_none_match = {},
            .body = {},
            .client = "127.0.0.1"};
  }
  static HttpRequest post(std::string_view body) {
    HttpRequest request = get("/api/v1/turn");
    request.method = "POST";
    request.content_type = "application/json";
    request.body = body;
    return request;
  }
};

HttpRequest form(std::string_view body) {
  HttpRequest request = Site::get("/chat");
  request.method = "POST";
  request.content_type = "application/x-www-form-urlencoded";
  request.body = body;
  return request;
}

constexpr std::string_view kSay = R"({"type":"say","id":"1","text":"what is tea"})";

}  // namespace

TEST_CASE("routes: pages and scripts come with their types and are not sent twice") {
  const Site site;
  for (const Asset& asset : assets()) {
    HttpRequest request = Site::get(asset.path);
    const HttpResponse response = site.routes.answer(request);
    CHECK(response.status == 200);
    CHECK(response.content() == asset.bytes);
    CHECK(response.content_type == asset.content_type);
    const std::size_t tag = response.fields.find("ETag: ") + 6;
    const std::string known = response.fields.substr(tag, response.fields.find('\r', tag) - tag);
    request.if_none_match = known;
    CHECK(site.routes.answer(request).status == 304);
  }
  CHECK(site.routes.answer(Site::get("/")).content_type.starts_with("text/html"));
  CHECK(site.routes.answer(Site::get("/?utm=1")).status == 200);
  for (const char* script : {"/widget.js", "/widget-more.js"}) {
    const std::string fields = site.routes.answer(Site::get(script)).fields;
    CHECK(fields.find("Resource-Policy: cross-origin") != std::string::npos);
    CHECK(fields.find("Access-Control-Allow-Origin: *") != std::string::npos);
  }
}

TEST_CASE("routes: a turn over HTTP") {
  const Site site;
  const HttpResponse response = site.routes.answer(Site::post(kSay));
  CHECK(response.status == 200);
  CHECK(response.content_type == "application/json");
  CHECK(response.body.find("Tea is leaves") != std::string::npos);
}

TEST_CASE("routes: a turn that is refused says why as a frame") {
  const Site site;
  struct Row {
    std::string_view body;
    std::string_view content_type;
    int status;
    std::string_view code;
  };
  for (const Row& row :
       {Row{"{", "application/json", 400, "bad_json"},
        Row{"{\"type\":\"sing\"}", "Application/JSON; charset=utf-8", 400, "bad_frame"},
        Row{R"({"type":"choose","id":"1","choice":"x"})", "application/json", 400,
            "unknown_choice"},
        Row{kSay, "text/plain", 415, "bad_frame"}, Row{kSay, "", 415, "bad_frame"}}) {
    HttpRequest request = Site::post(row.body);
    request.content_type = row.content_type;
    const HttpResponse response = site.routes.answer(request);
    CHECK(response.status == row.status);
    CHECK(response.body.find("\"code\":\"" + std::string(row.code)) != std::string::npos);
  }
  CHECK(site.routes.too_large(Site::post("")).status == 413);
  HttpRequest with_query = Site::post(kSay);
  with_query.target = "/api/v1/turn?token=x";
  CHECK(site.routes.answer(with_query).status == 400);
}

TEST_CASE("routes: the page without script is framed and scripted by nobody") {
  const Site site;
  const HttpResponse page = site.routes.answer(Site::get("/chat"));
  CHECK(page.status == 200);
  CHECK(page.body.find("Hello. Ask me about tea.") != std::string::npos);
  CHECK(page.body.find("<script") == std::string::npos);
  const std::string head = head_of(page, AfterResponse::KeepOpen);
  CHECK(head.find("Content-Security-Policy: default-src 'none'; style-src 'self'; form-action "
                  "'self'; base-uri 'none'; frame-ancestors 'none'\r\n") != std::string::npos);
  CHECK(head.find("script-src") == std::string::npos);
  CHECK(head.find("Referrer-Policy: same-origin\r\n") != std::string::npos);
  CHECK(head.find("no-referrer") == std::string::npos);
  CHECK(head.find("Cache-Control: no-store\r\n") != std::string::npos);
}

TEST_CASE("routes: a form post is a turn, and what it refuses comes as a page with help") {
  Config config;
  config.messages_per_minute_per_address = 10;
  const Site site(config);
  CHECK(site.routes.answer(form("text=what+is+tea")).body.find("Tea is leaves") !=
        std::string::npos);
  HttpRequest multipart = form("text=x");
  multipart.content_type = "multipart/form-data; boundary=x";
  HttpRequest foreign = form("text=x");
  foreign.origin = "https://stranger.example";
  HttpRequest hidden = form("text=x");
  hidden.origin = "null";
  CHECK(site.routes.answer(form("text=x")).status == 200);
  struct Row {
    HttpResponse response;
    int status;
  };
  for (const Row& row :
       {Row{site.routes.answer(multipart), 415}, Row{site.routes.answer(foreign), 403},
        Row{site.routes.answer(hidden), 403}, Row{site.routes.answer(form("text=typed+here")), 429},
        Row{site.routes.answer(Site::get("/chat")), 429},
        Row{site.routes.too_large(form("")), 413}}) {
    CHECK(row.response.status == row.status);
    CHECK(row.response.content_type.starts_with("text/html"));
    CHECK(row.response.body.find("tel:01632960001") != std::string::npos);
  }
  CHECK(site.routes.answer(form("text=typed+here")).body.find(">\ntyped here</textarea>") !=
        std::string::npos);
}

TEST_CASE("routes: Rasa's REST channel is there when it is asked for") {
  HttpRequest request = Site::get("/webhooks/rest/webhook");
  request.method = "POST";
  request.content_type = "text/plain;charset=UTF-8";
  request.body = R"({"sender":"7","message":"what is tea"})";
  const Site closed;
  CHECK(closed.routes.answer(request).status == 404);
  CHECK(closed.routes.answer(Site::get("/webhooks/rest/")).status == 404);

  Config config;
  config.channels = {"rasa"};
  const Site site(config);
  const HttpResponse response = site.routes.answer(request);
  CHECK(response.status == 200);
  CHECK(response.content_type == "application/json");
  CHECK(response.body.starts_with(R"([{"recipient_id":"7","text":"Tea is leaves)"));
  request.target = "/webhooks/rest/webhook?stream=true";
  CHECK(site.routes.answer(request).body.starts_with(R"({"recipient_id":"7")"));
  CHECK(site.routes.answer(request).content_type == "text/event-stream");
  request.target = "/webhooks/rest/webhook?other=1";
  CHECK(site.routes.answer(request).status == 400);
  CHECK(site.routes.answer(Site::get("/webhooks/rest/")).body == R"({"status":"ok"})");
  request.target = "/webhooks/rest/webhook";
  request.body = "{";
  CHECK(site.routes.answer(request).status == 400);
  request.origin = "https://stranger.example";
  CHECK(site.routes.answer(request).status == 403);
}

TEST_CASE("routes: more than can be done is refused with whom to call, those who come first") {
  Config config;
  config.messages_per_minute_in_all = 70;  // eight at once, two of them for talks under way
  const Site site(config);
  HttpResponse last;
  for (int count = 0; count < 7; ++count) last = site.routes.answer(Site::post(kSay));
  REQUIRE(last.status == 200);
  const std::size_t token = last.body.find("\"token\":\"") + 9;
  const std::string sealed = last.body.substr(token, last.body.find('"', token) - token);
  const std::string going_on =
      R"({"type":"say","id":"2","text":"what is tea","token":")" + sealed + "\"}";
  CHECK(site.routes.answer(Site::post(going_on)).status == 200);
  for (const HttpResponse& refused :
       {site.routes.answer(Site::post(kSay)), site.routes.answer(Site::get("/chat")),
        site.routes.answer(form("text=typed"))}) {
    CHECK(refused.status == 503);
    CHECK(refused.body.find("01632 960 001") != std::string::npos);
    CHECK(head_of(refused, AfterResponse::KeepOpen).find("Retry-After: 5\r\n") !=
          std::string::npos);
  }
}

TEST_CASE("routes: too many turns of one address") {
  Config config;
  config.messages_per_minute_per_address = 10;
  const Site site(config);
  CHECK(site.routes.answer(Site::post(kSay)).status == 200);
  CHECK(site.routes.answer(Site::post(kSay)).status == 200);
  const HttpResponse refused = site.routes.answer(Site::post(kSay));
  CHECK(refused.status == 429);
  CHECK(refused.body.find("too_fast") != std::string::npos);
  HttpRequest other = Site::post(kSay);
  other.client = "192.0.2.1";
  CHECK(site.routes.answer(other).status == 200);
}

TEST_CASE("routes: pages of other sites talk only when they are listed") {
  Config config;
  config.origins = {"https://friend.example"};
  const Site site(config);
  HttpRequest request = Site::post(kSay);
  request.origin = "https://stranger.example";
  CHECK(site.routes.answer(request).status == 403);
  request.origin = "https://friend.example";
  const HttpResponse response = site.routes.answer(request);
  CHECK(response.status == 200);
  CHECK(response.fields.find("Access-Control-Allow-Origin: https://friend.example\r\n") !=
        std::string::npos);
  request.method = "OPTIONS";
  CHECK(site.routes.answer(request).status == 204);
  request.origin = "http://test";
  CHECK(site.routes.answer(request).fields.find("Allow-Origin") == std::string::npos);
}

TEST_CASE("routes: what is not there, and what is there for another method") {
  const Site site;
  for (const char* target : {"/nothing", "/api", "/widget.js/", "//", "/../etc/passwd", "/demo/"}) {
    CHECK_MESSAGE(site.routes.answer(Site::get(target)).status == 404, target);
  }
  const HttpResponse turn = site.routes.answer(Site::get("/api/v1/turn"));
  CHECK(turn.status == 405);
  CHECK(turn.fields == "Allow: POST, OPTIONS\r\n");
  HttpRequest post = Site::post(kSay);
  post.target = "/";
  CHECK(site.routes.answer(post).status == 405);
  CHECK(site.routes.answer(Site::get("/ws")).status == 426);
}

TEST_CASE("routes: health, and not ready while the server drains") {
  Site site;
  CHECK(site.routes.answer(Site::get("/health/live")).body == R"({"status":"ok"})");
  CHECK(site.routes.answer(Site::get("/health/ready")).status == 200);
  site.context.is_draining = true;
  CHECK(site.routes.answer(Site::get("/health/ready")).status == 503);
  CHECK(site.routes.answer(Site::get("/health/live")).status == 200);
}

TEST_CASE("routes: metrics are for this machine unless all may see them") {
  const Site site;
  HttpRequest request = Site::get("/metrics");
  CHECK(site.routes.answer(request).body.find("waymark_turns_total") != std::string::npos);
  request.is_forwarded = true;
  CHECK(site.routes.answer(request).status == 404);
  request.is_forwarded = false;
  request.client = "192.0.2.1";
  CHECK(site.routes.answer(request).status == 404);
  Config open;
  open.metrics = "all";
  CHECK(Site(open).routes.answer(request).status == 200);
}

TEST_CASE("routes: a full house says whom to call") {
  const Site site;
  HttpRequest request = Site::get("/");
  const HttpResponse response = site.routes.full(request);
  CHECK(response.status == 503);
  CHECK(response.content_type.starts_with("text/plain"));
  CHECK(response.body.find("01632 960 001") != std::string::npos);
  request.accept = "text/html,application/xhtml+xml,*/*;q=0.8";
  const HttpResponse page = site.routes.full(request);
  CHECK(page.status == 503);
  CHECK(page.content_type.starts_with("text/html"));
  CHECK(page.body.find("href=\"tel:01632960001\"") != std::string::npos);
}

}  // namespace waymark
