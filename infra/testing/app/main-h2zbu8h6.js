console.log('news');
