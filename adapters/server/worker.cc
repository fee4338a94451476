#include "adapters/server/worker.h"

#include <boost/asio/post.hpp>
#include <utility>

namespace waymark {

namespace {

constexpr std::chrono::milliseconds kDrainTick{20};  // a stopping server is soon gone

}  // namespace

Worker::Worker(ServerContext& context, const Routes& routes)
    : context_(context), routes_(routes), tick_(loop_) {}

void Worker::add_listener(Acceptor acceptor) {
  listeners_.push_back(std::make_unique<Listener>(std::move(acceptor), context_, routes_, table_));
}

void Worker::run() {
  for (const auto& listener : listeners_) listener->start();
  schedule_tick();
  loop_.run();
}

void Worker::stop() {
  asio::post(loop_, [this] {
    is_stopping_ = true;
    cut_at_ =
        std::chrono::steady_clock::now() + std::chrono::seconds(context_.config.drain_seconds);
    for (const auto& listener : listeners_) listener->stop();
    table_.drain();
    tick_.cancel();
    on_tick();
  });
}

void Worker::schedule_tick() {
  tick_.expires_after(is_stopping_ ? kDrainTick : kTick);
  tick_.async_wait([this](BoostError failed) {
    if (!failed) on_tick();
  });
}

void Worker::on_tick() {
  const SteadyTime now = std::chrono::steady_clock::now();
  table_.tick(now);
  if (is_stopping_ && now >= cut_at_) table_.cut_all();
  if (is_stopping_ && table_.size() == 0) return;
  schedule_tick();
}

}  // namespace waymark
